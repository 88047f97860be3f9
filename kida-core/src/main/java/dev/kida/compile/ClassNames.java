package dev.kida.compile;

/** Names for generated classes and methods that a reader of a stack trace recognises. */
final class ClassNames {

    private static final int LONGEST = 80;

    private ClassNames() {}

    static String of(String template, boolean resumable) {
        return "dev/kida/templates/" + identifier(template) + (resumable ? "$Streaming" : "");
    }

    /** A name with everything replaced that the class file format or a reader would stumble on. */
    static String identifier(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(name.length(), LONGEST); i++) {
            char c = name.charAt(i);
            out.append(c < 128 && Character.isLetterOrDigit(c) ? c : '_');
        }
        return out.isEmpty() ? "_" : out.toString();
    }
}
