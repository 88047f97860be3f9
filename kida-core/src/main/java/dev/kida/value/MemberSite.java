package dev.kida.value;

import org.jspecify.annotations.Nullable;

/**
 * A place of a template that reads a member, for code that is made before the application runs and cannot link the place
 * itself: it remembers the class it met last and how the member of that class is read. Thread-safe.
 */
public final class MemberSite {

    private record Known(Class<?> type, Member member) {}

    private final String name;
    private final int mode;
    // Written without an order to anything: a thread that sees an old one, or none, looks the member up once more.
    private @Nullable Known known;

    /**
     * @param name the member
     * @param mode a mode of {@link Members}
     */
    public MemberSite(String name, int mode) {
        this.name = name;
        this.mode = mode;
    }

    /** {@code receiver.name}, as {@link Members#get(Object, String, int)} answers it. */
    public @Nullable Object get(@Nullable Object receiver) {
        Known last = known;
        if (last != null && receiver != null && receiver.getClass() == last.type()) {
            return last.member().get(receiver);
        }
        if (receiver != null && !(receiver instanceof java.util.Map) && !(receiver instanceof MemberProvider)) {
            Member member = ClassMembers.of(receiver.getClass()).readable(name);
            if (member != null) {
                known = new Known(receiver.getClass(), member);
            }
        }
        return Members.get(receiver, name, mode);
    }
}
