#!/usr/bin/perl
# Reads status messages from a registry file: a released snapshot or the live registry.db (contract 1).
#
# Debian packages: perl libdbi-perl libdbd-sqlite3-perl
# Run:             perl reader.pl FILE LANGUAGE CODE...
#
# Exit status: 0 done, 1 SQLite or I/O error, 4 no such file or language, 6 not a registry of contract 1, 64 usage.
use strict;
use warnings;
use DBI;
use DBD::SQLite::Constants qw(DBD_SQLITE_STRING_MODE_UNICODE_STRICT);

my %APPLICATION_ID = map { $_ => 1 } 0x53435247, 0x53435253;    # 'SCRG' the live file, 'SCRS' a snapshot
my $FORMAT         = '1';

sub fail {
    my ($status, $message) = @_;
    chomp $message;
    utf8::encode($message) if utf8::is_utf8($message);
    # A path or a value from the file may contain a newline. The error must stay on one line.
    print STDERR "reader: ", $message =~ tr/\x00-\x1f\x7f/?/r, "\n";
    exit $status;
}

# Returns {code => {symbol, text, text_language, direction}}; fallback languages are already resolved.
sub load {
    my ($path, $language) = @_;
    # SQLite would report a directory as a broken database, and wait forever on a FIFO.
    fail(4, "$path: no such file") unless -f $path;
    # The path is percent-encoded, so that ?, # and % remain part of the name and DBI does not split it at ";". mode=ro
    # never creates a file. "//" is an empty host name, without which a path that starts with // would contain one. "./"
    # makes :memory: a file name.
    my $uri = $path =~ s{([^A-Za-z0-9._~/-])}{sprintf '%%%02X', ord $1}ger;
    $uri = ($uri =~ m{^/} ? 'file://' : 'file:./') . "$uri?mode=ro";
    my $db = DBI->connect("dbi:SQLite:uri=$uri", '', '', {
        RaiseError         => 1,
        PrintError         => 0,
        sqlite_string_mode => DBD_SQLITE_STRING_MODE_UNICODE_STRICT,
    });
    $db->sqlite_busy_timeout(5000);    # the live file is locked during a commit

    my $found = $db->selectrow_array('PRAGMA application_id') & 0xFFFFFFFF;
    fail(6, sprintf '%s: not a status-code registry: application_id 0x%08x', $path, $found)
        unless $APPLICATION_ID{$found};
    $found = $db->selectrow_array("SELECT value FROM registry_info WHERE key = 'format'") // 'none';
    fail(6, "$path: this program reads registry format $FORMAT, not $found") if $found ne $FORMAT;

    utf8::decode(my $tag = $language);    # arguments are bytes, bound values are characters
    my $messages = $db->selectall_hashref(
        'SELECT code, symbol, text, text_language, direction FROM localized_message WHERE language = ?',
        'code', undef, $tag);
    $db->disconnect;
    fail(4, "$path: no messages in language $language") unless %$messages;
    # SQLite returns the stored bytes unchecked, and Perl's UTF-8 allows more than Unicode does.
    for my $message (values %$messages) {
        fail(1, "$path: a text is not UTF-8, or holds a NUL")
            if grep { /[^\x{1}-\x{D7FF}\x{E000}-\x{10FFFF}]/ } @$message{qw(symbol text text_language direction)};
    }
    return $messages;
}

fail(64, 'usage: reader FILE LANGUAGE CODE...') if @ARGV < 3 || grep { !/\A[0-9]{1,18}\z/ } @ARGV[2 .. $#ARGV];
my ($path, $language, @codes) = @ARGV;

# Load everything at startup, so that a request needs one hash lookup and no SQL.
my $messages = eval { load($path, $language) } // fail(1, "$path: " . ($DBI::errstr || $@));

# A code that is retired, or newer than this file, must not stop a service.
my $unknown = { symbol => '-', text_language => '-', direction => '-', text => 'unknown status code' };
binmode STDOUT, ':utf8';    # the texts were checked; ':encoding(UTF-8)' would rewrite noncharacters such as U+FFFF
no warnings 'nonchar';
for my $code (map { $_ + 0 } @codes) {
    my $message = $messages->{$code} // $unknown;
    print join("\t", $code, @$message{qw(symbol text_language direction text)}), "\n";
}
close STDOUT or fail(1, "output: $!");
