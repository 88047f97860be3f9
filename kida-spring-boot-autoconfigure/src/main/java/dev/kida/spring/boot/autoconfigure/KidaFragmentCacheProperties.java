package dev.kida.spring.boot.autoconfigure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Properties of the cache behind the tag {@code cache}. */
@ConfigurationProperties("kida.fragment-cache")
public class KidaFragmentCacheProperties {

    /**
     * Whether to keep fragments in a cache of the application's cache manager, if there is one.
     */
    private boolean useCacheManager = true;

    /**
     * Name of the cache in the cache manager.
     */
    private String name = "kida-fragments";

    /**
     * Number of fragments to keep in memory when no cache manager is used. Zero for all.
     */
    private int size = 1000;

    /**
     * How long a fragment may be used when its tag does not say. Zero for as long as it is kept.
     */
    private Duration ttl = Duration.ofMinutes(5);

    public boolean isUseCacheManager() {
        return useCacheManager;
    }

    public void setUseCacheManager(boolean useCacheManager) {
        this.useCacheManager = useCacheManager;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getSize() {
        return size;
    }

    public void setSize(int size) {
        this.size = size;
    }

    public Duration getTtl() {
        return ttl;
    }

    public void setTtl(Duration ttl) {
        this.ttl = ttl;
    }
}
