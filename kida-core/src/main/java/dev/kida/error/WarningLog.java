package dev.kida.error;

/** Where warnings go when nobody listens. */
final class WarningLog {

    static final System.Logger LOGGER = System.getLogger("dev.kida.warnings");

    private WarningLog() {}
}
