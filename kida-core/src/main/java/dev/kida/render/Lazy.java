package dev.kida.render;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is first asked for, once, however many threads ask; the others wait, and a virtual thread
 * that waits does not hold its carrier. When making it fails, the next one tries again.
 */
final class Lazy<T> {

    private final Lock lock = new ReentrantLock();
    private final Supplier<? extends T> maker;
    private volatile @Nullable T value;

    Lazy(Supplier<? extends T> maker) {
        this.maker = maker;
    }

    T get() {
        T known = value;
        return known == null ? make() : known;
    }

    private T make() {
        lock.lock();
        try {
            T known = value;
            if (known == null) {
                known = maker.get();
                value = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }
}
