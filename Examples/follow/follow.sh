#!/usr/bin/env bash
# follow.sh URL DIR SIGNERS asks a channel once, with curl, the tools of GNU, and OpenSSH 9.1 or newer.
set -euo pipefail; export LC_ALL=C; base=${1%/channels/*} channel=${1##*/} dir=$2 signers=$3 space=status-code-registry
form=$(tr -d '\n' <"$(dirname "$0")/pointer.regex") type='(ssh-ed25519|ecdsa-sha2-nistp256|sk-ssh-ed25519@openssh.com)'
mkdir -p "$dir/releases"; exec 9>"$dir/lock"; flock 9
new=$(mktemp -d "$dir/new.XXXXXX") json=$new/00; trap 'rm -r "$new"' EXIT
get() { sed -nE "s/^  \"$1\" ?: \"?([^\",]*)\"?,?\$/\1/p" "${2-$json}"; } # KEY [MANIFEST]
is() { [[ -e $1 && $(sha256sum <"$1") == "$(get "$3")  -" && $(wc -c <"$1") == "$(get "$2")" ]]; } # FILE SIZE DIGEST
fetch() { curl -sSfg "$base/${1//+/%2B}" | head -c "$2" >"$new/object"; sync "$new/object"; } # NAME LIMIT
refuse() { echo "refused: $1" >&2; exit 1; }
is_signed() { # SIGNATURE: whether it has the form of one, and an allowed key has made it
  [[ $(head -c10 "$1.b" | base64)$(tr -c ' -~' . <"$1.b") =~ \
    ^U1NIU0lHAAAAAQ==.{18}$type\..*$space.{8}sha(256|512)\..{7}$type ]] &&
    [[ ${BASH_REMATCH[1]} != sk* || $(tail -c5 "$1.b" | od -An -tu1 -N1) == *[13579] ]] &&
    ssh-keygen -Y verify -f "$signers" -I "$channel" -n $space -O verify-time="$(get issued_at | tr -d :T-)" \
      -s "$1" <"$json" >"$new/log" 2>&1
}
check() { # FILE: rules 1 and 2
  rm -f "$new"/0*; csplit -sf "$new/" "$1" '/^-----BEGIN SSH SIGNATURE-----$/' '{*}' &&
    grep -zoP "$form" "$1" | tr -d '\0' | cmp -s - "$1" && iconv -f UTF-8 -t UTF-16 "$json" -o "$new/log" &&
    sed -nE 's/^  ("[^"]*").*/\1/p' "$json" | sort -cu && [[ $(get channel) == "$channel" ]] &&
    (($(get size) < 2 ** 31 && $(get manifest_size) <= 2 ** 20)) || return
  local i allowed=1
  for i in $(get issued_at) $(get expires_at); do
    [[ $(date -ud "$i" +%FT%TZ) == "$i" ]] || return
  done
  for i in "$new"/0[1-4]; do # Base64 that is written again must be the same.
    sed '/^-/d' "$i" >"$i.t"; base64 -d "$i.t" | tee "$i.b" | base64 -w70 | cmp -s - "$i.t" || return
    is_signed "$i" && allowed=0
  done; return $allowed
}
was=0; if check "$dir/pointer" 2>"$new/log"; then was=$(get serial); mv "$json" "$new/was"; fi
fetch "channels/$channel" 16385; mv "$new/object" "$new/pointer"
(($(wc -c <"$new/pointer") < 16385)) && check "$new/pointer" || refuse "this is no pointer by an allowed key"
(($(get serial) > was)) || cmp -s "$json" "$new/was" || refuse "this pointer is older than $was, or another one"
name=registry-$(get release) place=$dir/releases/$(get file_sha256 | head -c16); mkdir -p "$place"
for part in db:size:file_sha256 manifest.json:manifest_size:manifest_sha256; do
  IFS=: read -r end size digest <<<"$part"; is "$place/$name.$end" "$size" "$digest" && continue
  fetch "$name.$end" $(($(get "$size") + 1)); is "$new/object" "$size" "$digest" || refuse "$name.$end is another file"
  mv "$new/object" "$place/$name.$end"
done
for key in release revision contract content_digest size file_sha256; do
  [[ $(get $key) == "$(get $key "$place/$name.manifest.json")" ]] || refuse "the manifest has another $key"
done
if ! cmp -s "$json" "$new/was"; then sync "$place" "$dir/releases" "$new/pointer"; mv "$new/pointer" "$dir/pointer"; fi
sync "$dir"; ln -s "releases/${place##*/}/$name.db" "$new/link"; mv -T "$new/link" "$dir/current.db"; sync "$dir"
