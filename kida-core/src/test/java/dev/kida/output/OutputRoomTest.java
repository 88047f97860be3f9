package dev.kida.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The virtual machine is free to order fields, and puts those of a class into the gaps of its superclass. What a render
 * writes has to stay two cache lines away from other objects all the same: processors fetch lines in pairs.
 */
class OutputRoomTest {

    private static final long PAIR_OF_LINES = 128;

    /** What the next object begins with: a header, which is hardly ever read. */
    private static final long HEADER = 16;

    @Test
    void whatRendersWriteSharesNoCacheLineWithOtherObjects() {
        long first = offsets(Output.class).min().orElseThrow();
        long last = offsets(Output.class).max().orElseThrow();
        long end = offsets(RoomAfter.class).max().orElseThrow() + Long.BYTES;
        assertThat(first).isGreaterThanOrEqualTo(PAIR_OF_LINES);
        assertThat(end - last).isGreaterThanOrEqualTo(PAIR_OF_LINES - HEADER);
    }

    private static LongStream offsets(Class<?> declaring) {
        return Arrays.stream(declaring.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .mapToLong(OutputRoomTest::offset);
    }

    /** By reflection, since the compiler warns of every other use. */
    private static long offset(Field field) {
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field instance = type.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            Method offset = type.getMethod("objectFieldOffset", Field.class);
            return (long) offset.invoke(instance.get(null), field);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
