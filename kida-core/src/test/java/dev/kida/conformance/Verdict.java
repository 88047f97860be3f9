package dev.kida.conformance;

/**
 * What became of a case.
 *
 * @param expected what should have come out
 * @param got what came out
 */
record Verdict(Status status, String expected, String got) {

    enum Status {
        PASSED,
        FAILED,
        SKIPPED
    }

    static final Verdict PASSED = new Verdict(Status.PASSED, "", "");

    static Verdict failed(String expected, String got) {
        return new Verdict(Status.FAILED, expected, got);
    }

    static Verdict skipped(String why) {
        return new Verdict(Status.SKIPPED, "", why);
    }

    boolean passed() {
        return status == Status.PASSED;
    }
}
