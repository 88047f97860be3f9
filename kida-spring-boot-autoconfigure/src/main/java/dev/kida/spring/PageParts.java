package dev.kida.spring;

import dev.kida.render.Chunk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides when what has been rendered leaves for the client: where the page has to wait or asks for it, at its end, and when
 * much has gathered. Until then nothing is sent: a page that fails is still an error page, and one that is complete has a
 * length. Chunks that follow each other without a wait travel together. Used by one thread at a time.
 */
public final class PageParts {

    /** As much is gathered before it is sent although there is nothing to wait for. */
    public static final int GATHERED = 32 * 1024;

    private List<byte[]> gathered = new ArrayList<>();
    private int size;
    private boolean begun;

    /** Takes a chunk; what has to be sent now, or null when there is more to come first. */
    public @Nullable Part add(Chunk chunk) {
        gathered.add(chunk.bytes());
        size += chunk.bytes().length;
        return chunk.flush() || chunk.last() || size >= GATHERED ? take(chunk.flush(), chunk.last()) : null;
    }

    /** What is left when the page has ended without a last chunk; null when there is nothing. */
    public @Nullable Part rest() {
        return gathered.isEmpty() ? null : take(false, true);
    }

    private Part take(boolean flush, boolean last) {
        Part part = new Part(gathered, size, flush, last && !begun);
        begun = true;
        gathered = new ArrayList<>();
        size = 0;
        return part;
    }

    /**
     * Something to send.
     *
     * @param pieces the bytes, in order
     * @param size how many they are
     * @param flush whether the client should get them now
     * @param whole whether this is the whole page, so that its length is known before it begins
     */
    public record Part(List<byte[]> pieces, int size, boolean flush, boolean whole) {}
}
