"""Rebuilds what a power loss may leave, from the log of one undisturbed run.

Only what was synced is certain: bytes after a sync of their file, names after a sync of their folder. Of everything
else, any part may be there. A sector of 512 bytes is written whole or not at all, except in the write that was under
way. Renaming is one step: the name leads to the old file or to the new one.
"""
import random

SECTOR = 512


class File:
    """A file: its synced bytes, and the writes since then, as (offset, bytes) or (size, None) for a truncation."""

    def __init__(self, content=b""):
        self.synced = content
        self.pending = []

    def sync(self):
        self.synced = self.apply(self.pending)
        self.pending = []

    def apply(self, writes, size=None, filling=b"\0"):
        """Returns the bytes after some of the writes. A gap, also one up to `size`, contains `filling`."""
        content = bytearray(self.synced)

        def grow(length):
            if len(content) < length:
                missing = length - len(content)
                content.extend((filling * (missing // len(filling) + 1))[:missing])

        for offset, data in writes:
            if data is None:
                del content[offset:]
                grow(offset)
            else:
                grow(offset + len(data))
                content[offset:offset + len(data)] = data
        grow(size or 0)
        return bytes(content)

    @property
    def length(self):
        return len(self.apply(self.pending))


class Folder:
    """A folder: its synced names, and the operations since then."""

    def __init__(self, entries):
        self.synced = dict(entries)
        self.pending = []

    def apply(self, operations):
        entries = dict(self.synced)
        for name, file, old in operations:
            if old is not None and (file is None or entries.get(old) is file):
                entries.pop(old, None)
            if name is not None:
                entries[name] = file
        return entries

    def sync(self):
        self.synced = self.apply(self.pending)
        self.pending = []


class Disk:
    """Files and folders while the calls of a log are made one after the other."""

    def __init__(self, base):
        self.base = base
        self.folders, self.open, self.created = {}, {}, set()
        for folder in [base, *[path for path in base.rglob("*") if path.is_dir()]]:
            self.folders[str(folder)] = Folder(
                {path.name: File(path.read_bytes()) for path in folder.iterdir() if path.is_file()})
        self.is_acknowledged = False
        # The file of the last write.
        self.under_way = None

    def folder(self, path):
        parent, _, name = path.rpartition("/")
        return self.folders[parent], name

    def find(self, path):
        folder, name = self.folder(path)
        return folder.apply(folder.pending).get(name)

    def step(self, call):
        """Makes one call of the log."""
        self.under_way = None
        if call.result < 0:
            return
        if call.name in ("open", "create"):
            if call.path in self.folders:
                self.open[call.descriptor] = self.folders[call.path]
                return
            if call.name == "create":
                folder, name = self.folder(call.path)
                folder.pending.append((name, File(), None))
            self.open[call.descriptor] = self.find(call.path)
        elif call.name == "write" and call.path == "stdout":
            self.is_acknowledged = True
        elif call.name == "write":
            self.under_way = self.open[call.descriptor]
            self.under_way.pending.append((call.offset, call.data))
        elif call.name == "truncate":
            self.open[call.descriptor].pending.append((call.offset, None))
        elif call.name == "sync":
            self.open[call.descriptor].sync()
        elif call.name == "unlink":
            folder, name = self.folder(call.path)
            folder.pending.append((None, None, name))
        elif call.name == "mkdir":
            folder, name = self.folder(call.path)
            self.folders[call.path] = Folder({})
            self.created.add(call.path)
            folder.pending.append((name, self.folders[call.path], None))
        elif call.name in ("rename", "link"):
            (folder, old), (target, new) = self.folder(call.path), self.folder(call.second)
            if folder is not target:
                raise ValueError(f"{call.name} from one folder to another: {call}")
            target.pending.append((new, self.find(call.path), old if call.name == "rename" else None))
        else:
            raise ValueError(f"the model knows no {call.name}")

    def state(self, choose_names, content):
        """Returns one state of the disk: the bytes of each file by its path relative to the base."""
        found, chosen = {}, {}
        for path, folder in self.folders.items():
            parent, _, own = path.rpartition("/")
            if path in self.created and chosen.get(parent, {}).get(own) is not folder:
                continue
            chosen[path] = folder.apply(choose_names(folder.pending))
            for name, file in chosen[path].items():
                if isinstance(file, File):
                    found[f"{path}/{name}"[len(str(self.base)) + 1:]] = content(file)
        return found


def everything(items):
    return items


def nothing(_items):
    return []


def sectors(write):
    """Splits a write at the sectors of the file."""
    offset, data = write
    if data is None:
        return [write]
    ends = [*range((offset // SECTOR + 1) * SECTOR, offset + len(data), SECTOR), offset + len(data)]
    parts, start = [], offset
    for end in ends:
        parts.append((start, data[start - offset:end - offset]))
        start = end
    return parts


def states(disk, chance, samples):
    """Yields states that a power loss at this point may leave, each with its name."""
    for kind, names in (("names", everything), ("no names", nothing)):
        yield f"no bytes, {kind}", disk.state(names, lambda file: file.synced)
        yield f"all bytes, {kind}", disk.state(names, lambda file: file.apply(file.pending))
        yield f"sizes without bytes, {kind}", disk.state(names, lambda file: file.apply([], file.length))
    file = disk.under_way
    if file is not None:
        offset, data = file.pending[-1]
        parts = sectors(file.pending[-1])
        last = [("garbage", [(offset, chance.randbytes(len(data)))]),
                ("half garbage", [*parts[:len(parts) // 2], (offset + len(data) // 2,
                                                             chance.randbytes(len(data) - len(data) // 2))])]
        if len(parts) > 1:
            cut = chance.randrange(1, len(parts))
            last += [("torn, first part", parts[:cut]), ("torn, last part", parts[cut:])]
        for label, writes in last:
            for kind, before in (("after all", file.pending[:-1]), ("after none", [])):
                yield f"{label} {kind}", disk.state(
                    everything, lambda other, writes=writes, before=before: other.apply([*before, *writes])
                    if other is file else other.apply(other.pending))
    for number in range(samples):
        yield f"sample {number}", sample(disk, chance)


def sample(disk, chance):
    """Returns a state with a random part of what was not synced, in which later writes may be there without earlier."""
    share = chance.choice((0.1, 0.5, 0.9))

    def some(items):
        return [item for item in items if chance.random() < share]

    chosen = {}

    def content(file):
        # Two names may lead to one file.
        if id(file) not in chosen:
            parts = some([part for write in file.pending for part in sectors(write)])
            size = chance.choice((None, file.length)) if file.pending else None
            chosen[id(file)] = file.apply(parts, size, chance.choice((b"\0", chance.randbytes(SECTOR))))
        return chosen[id(file)]

    return disk.state(some, content)


def generator(name):
    """The same states in every run."""
    return random.Random(f"power {name}")
