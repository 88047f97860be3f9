package dev.kida.spring;

import dev.kida.KidaEngine;
import dev.kida.error.TemplateException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Compiles templates in the background while the application starts, so that first visitors need not wait. Nobody waits for
 * it: a page that is asked for meanwhile is compiled by whoever is first. A template that cannot be compiled is logged, and
 * fails when it is rendered.
 */
public final class TemplateWarmUp implements SmartInitializingSingleton, DisposableBean {

    private static final Log logger = LogFactory.getLog(TemplateWarmUp.class);

    private final KidaEngine engine;
    private final String suffix;
    private final int limit;
    private final CompletableFuture<Integer> done = new CompletableFuture<>();
    private volatile boolean stopped;

    /**
     * @param engine the engine that has the templates
     * @param suffix the suffix of those to compile
     * @param limit how many the engine keeps, so that more would be in vain; zero for all
     */
    public TemplateWarmUp(KidaEngine engine, String suffix, int limit) {
        this.engine = engine;
        this.suffix = suffix;
        this.limit = limit;
    }

    /** Starts a daemon thread of low priority: compiling is work for a processor, and requests go first. */
    @Override
    public void afterSingletonsInstantiated() {
        Thread thread = new Thread(this::run, "kida-precompile");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    /** Ends the work with the template that is being compiled. */
    @Override
    public void destroy() {
        stopped = true;
    }

    /** Completes with the number of templates that are ready, when all were tried or the application closes. */
    public CompletionStage<Integer> done() {
        return done.minimalCompletionStage();
    }

    private void run() {
        try {
            int ready = compile(names());
            logger.debug("Compiled " + ready + " templates in advance");
            done.complete(ready);
        } catch (RuntimeException | Error problem) {
            logger.warn("Templates cannot be compiled in advance", problem);
            done.completeExceptionally(problem);
        }
    }

    private List<String> names() {
        List<String> names = engine.loader().list().stream()
                .filter(name -> name.endsWith(suffix))
                .toList();
        return limit > 0 && names.size() > limit ? names.subList(0, limit) : names;
    }

    private int compile(List<String> names) {
        int ready = 0;
        for (String name : names) {
            if (stopped) {
                break;
            }
            try {
                engine.warmUp(name);
                ready++;
            } catch (TemplateException problem) {
                logger.warn("Template '" + name + "' cannot be compiled: " + problem.getMessage());
            }
        }
        return ready;
    }
}
