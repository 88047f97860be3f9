package dev.kida.load;

import dev.kida.error.TemplateNotFoundException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of template names. A name may come from data ({@code include user_value}), so everything that could mean a
 * place outside the loaders' roots is refused here, before any loader sees it.
 */
public final class TemplateNames {

    private static final int LONGEST = 1024;
    /** More layers of percent encoding than any chain of proxies would remove. */
    private static final int LAYERS = 5;

    /** For the few names that need it: the JVM takes longer to load expressions than to look at most names. */
    private static final class Encoded {

        private static final Pattern CHARACTER = Pattern.compile("%([0-9A-Fa-f]{2})");

        private Encoded() {}
    }

    private TemplateNames() {}

    /**
     * Turns the name that a tag or a caller gives into the one that loaders are asked for.
     *
     * @param name the name as written
     * @param caller the template that contains the tag, or null if the name comes from code
     * @param aliases folder by alias, for names like {@code @alias/rest}
     * @throws TemplateNotFoundException if the name is not allowed
     */
    public static String resolve(String name, @Nullable String caller, Map<String, String> aliases) {
        if (name.length() > LONGEST) {
            throw NotFound.because(name, ": the name is longer than " + LONGEST + " characters");
        }
        String plain = name.strip().replace('\\', '/');
        String resolved;
        if (plain.startsWith("@")) {
            resolved = alias(plain, aliases);
        } else if (plain.startsWith("./") || plain.startsWith("../")) {
            resolved = relative(plain, caller);
        } else {
            resolved = plain;
        }
        check(resolved, name);
        return resolved;
    }

    /** Refuses names that no loader may be asked for. */
    static void check(String name) {
        if (name.length() > LONGEST) {
            throw NotFound.because(name, ": the name is longer than " + LONGEST + " characters");
        }
        check(name, name);
    }

    private static void check(String name, String written) {
        if (name.isEmpty()) {
            throw NotFound.because(written, ": the name is empty");
        }
        String problem = problem(name);
        if (problem == null && name.indexOf('%') >= 0) {
            problem = encodedProblem(name);
        }
        if (problem != null) {
            throw NotFound.because(written, problem);
        }
    }

    private static @Nullable String problem(String name) {
        if (hasScheme(name)) {
            return ": a name is not a URL or a drive";
        }
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : '/';
            if (Character.isISOControl(c)) {
                return ": the name contains a control character";
            }
            if (c == '/' || c == '\\') {
                if (goesUp(name.substring(start, i))) {
                    return "";
                }
                start = i + 1;
            }
        }
        return null;
    }

    /** Blanks and dots at the end of a file name mean nothing on some systems. */
    private static boolean goesUp(String segment) {
        return segment.startsWith("..") && segment.substring(2).isBlank();
    }

    /** Whether the name begins as a URL does, or with a drive: a letter, then letters, digits and {@code +.-}, then a colon. */
    private static boolean hasScheme(String name) {
        int colon = name.indexOf(':');
        for (int i = 0; i < colon; i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean inner = (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
            if (!letter && !(inner && i > 0)) {
                return false;
            }
        }
        return colon > 0;
    }

    /** Looks through percent encoding, which a loader's transport might undo. */
    private static @Nullable String encodedProblem(String name) {
        String decoded = name;
        for (int i = 0; i < LAYERS; i++) {
            String next = Encoded.CHARACTER.matcher(decoded).replaceAll(m -> switch (Integer.parseInt(m.group(1), 16)) {
                case '$' -> "\\$";
                case '\\' -> "/";
                default -> String.valueOf((char) Integer.parseInt(m.group(1), 16));
            });
            if (next.equals(decoded)) {
                return null;
            }
            decoded = next;
            String problem = problem(decoded);
            if (problem != null || decoded.startsWith("/")) {
                return ": the name contains encoded characters";
            }
        }
        return ": the name contains encoded characters";
    }

    private static String alias(String name, Map<String, String> aliases) {
        int slash = name.indexOf('/');
        String alias = name.substring(1, slash < 0 ? name.length() : slash);
        String root = aliases.get(alias);
        if (root == null) {
            String known = aliases.isEmpty()
                    ? "no aliases are configured"
                    : "configured are @" + String.join(", @", new TreeSet<>(aliases.keySet()));
            throw NotFound.because(name, ": unknown alias '@" + NotFound.shown(alias) + "' (" + known + ")");
        }
        String folder = trimSlashes(root.replace('\\', '/'));
        if (slash < 0) {
            return folder;
        }
        String rest = name.substring(slash + 1);
        return folder.isEmpty() ? rest : folder + "/" + rest;
    }

    private static String trimSlashes(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }

    private static String relative(String name, @Nullable String caller) {
        if (caller == null) {
            throw NotFound.because(name, ": a relative name needs a named template that refers to it");
        }
        if (name.endsWith("/") || name.endsWith("/.") || name.endsWith("/..")) {
            throw NotFound.because(name, ": the name is that of a folder");
        }
        Deque<String> path = new ArrayDeque<>();
        int folder = caller.lastIndexOf('/');
        String joined = folder < 0 ? name : caller.substring(0, folder) + "/" + name;
        for (String segment : joined.split("/")) {
            if (segment.equals("..")) {
                if (path.pollLast() == null) {
                    throw NotFound.because(name, ": it leads out of the templates (from '" + caller + "')");
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                path.addLast(segment);
            }
        }
        return String.join("/", path);
    }
}
