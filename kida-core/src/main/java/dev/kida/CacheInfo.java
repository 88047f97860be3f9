package dev.kida;

/**
 * How the template cache was used since the engine was built or the cache was cleared.
 *
 * @param hits lookups that found a usable template
 * @param misses lookups that had to compile
 * @param size templates in the cache now, approximately
 * @param maxSize the bound, or 0 for none
 */
public record CacheInfo(long hits, long misses, long size, int maxSize) {

    /** Hits among all lookups; 0.0 when there were none. */
    public double hitRate() {
        long all = hits + misses;
        return all == 0 ? 0.0 : (double) hits / all;
    }
}
