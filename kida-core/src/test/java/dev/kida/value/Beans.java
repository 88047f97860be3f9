package dev.kida.value;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Objects as an application's model has them. */
public final class Beans {

    private Beans() {}

    /** A record. */
    public record Point(int x, @Nullable Object y) {
        /** Not a component. */
        public int sum() {
            return x;
        }
    }

    /** An enum with constants that have bodies, and therefore classes of their own. */
    public enum Color {
        RED,
        GREEN {
            @Override
            public String hex() {
                return "0f0";
            }
        };

        /** A method. */
        public String hex() {
            return "f00";
        }
    }

    /** A bean. */
    public static class User {
        /** A public field. */
        public final String field = "f";

        /** A constant. */
        public static final String STATIC = "s";

        String hidden = "h";

        public String getName() {
            return "Ada";
        }

        public boolean isAdmin() {
            return true;
        }

        public Boolean getActive() {
            return true;
        }

        public boolean isActive() {
            return false;
        }

        public String getURL() {
            return "u";
        }

        public String isText() {
            return "no property";
        }

        public @Nullable Object getNothing() {
            return null;
        }

        public Optional<String> getNick() {
            return Optional.of("ada");
        }

        public Optional<String> getMiddle() {
            return Optional.empty();
        }

        public String getFailing() throws IOException {
            throw new IOException("disk full");
        }

        public String getWrapped() {
            throw new CompletionException(new IllegalStateException("inner"));
        }

        public String greet(String name) {
            return "hi " + name;
        }

        public static String helper() {
            return "static";
        }

        String packagePrivate() {
            return "no";
        }

        public void touch() {}
    }

    /** Overloads. */
    public static class Overloads {
        public String number(int n) {
            return "int";
        }

        public String number(long n) {
            return "long";
        }

        public String number(double n) {
            return "double";
        }

        public String wide(Object o) {
            return "Object";
        }

        public String wide(CharSequence s) {
            return "CharSequence";
        }

        public String wide(String s) {
            return "String";
        }

        public String only(int n) {
            return "int " + n;
        }

        public String letter(char c) {
            return "char " + c;
        }

        public String color(Color color) {
            return "color " + color;
        }

        public String join(String separator, Object... parts) {
            List<String> texts = new ArrayList<>();
            for (Object part : parts) {
                texts.add(String.valueOf(part));
            }
            return String.join(separator, texts);
        }

        public String one(String single) {
            return "one";
        }

        public String one(String... many) {
            return "many";
        }

        public String list(List<?> list) {
            return "list " + list.size();
        }

        public String map(Map<?, ?> map) {
            return "map " + map.size();
        }

        public String apply(Function<Object, Object> function) {
            return "applied " + function.apply("x");
        }

        public String both(Runnable a, Comparable<?> b) {
            return "both";
        }

        public String clash(CharSequence a, String b) {
            return "1";
        }

        public String clash(String a, CharSequence b) {
            return "2";
        }
    }

    /** A public interface with a hidden implementation. */
    public interface Shape {
        double getArea();

        default String describe(String unit) {
            return getArea() + unit;
        }
    }

    private static final class Square implements Shape {
        @Override
        public double getArea() {
            return 4;
        }

        public String getSecret() {
            return "hidden";
        }
    }

    /** A value of a class that is not public. */
    public static Shape square() {
        return new Square();
    }
}
