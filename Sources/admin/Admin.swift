import ArgumentParser
import Registry

@main
struct Admin: ParsableCommand {}
