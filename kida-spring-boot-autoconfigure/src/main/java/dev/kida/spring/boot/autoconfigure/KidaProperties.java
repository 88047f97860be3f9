package dev.kida.spring.boot.autoconfigure;

import dev.kida.render.OutOfOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.util.unit.DataSize;

/** Properties of Kida. */
@ConfigurationProperties("kida")
public class KidaProperties {

    static final String DEFAULT_PREFIX = "classpath:/templates/";

    static final String DEFAULT_SUFFIX = ".html";

    /**
     * Whether to enable Kida.
     */
    private boolean enabled = true;

    /**
     * Location of the templates. Template names, in views as in includes, are relative to it.
     */
    private String prefix = DEFAULT_PREFIX;

    /**
     * Suffix that view names get to build the name of a template.
     */
    private String suffix = DEFAULT_SUFFIX;

    /**
     * Whether to check that the templates location exists.
     */
    private boolean checkTemplateLocation = true;

    /**
     * Whether to compile every template when the application starts, and to fail if one is wrong.
     */
    private boolean compileAtStart;

    /**
     * Whether to compile templates in the background while the application starts, so that first visitors need not wait.
     */
    private boolean precompile;

    /**
     * Whether to show failures of templates in the browser, with lines of the template and the names in the model. For
     * development only; devtools sets it.
     */
    private boolean debug;

    /**
     * Whether to keep compiled templates without looking whether they have changed.
     */
    private boolean cache = true;

    /**
     * Number of compiled templates to keep. Zero for all.
     */
    private int cacheSize = 400;

    /**
     * Whether to escape output for HTML. For names ending in ".kida" the extension before it decides.
     */
    private boolean autoescape = true;

    /**
     * Whether to await reactive model attributes where a template uses them without "await".
     */
    private boolean autoAwait = true;

    /**
     * Whether to fail when a template uses an attribute that does not exist.
     */
    private boolean strictUndefined = true;

    /**
     * Encoding of the templates. Pages are always sent in UTF-8.
     */
    private Charset charset = StandardCharsets.UTF_8;

    /**
     * Content type of the pages, unless the request or the handler decides otherwise.
     */
    private MimeType contentType = MimeTypeUtils.TEXT_HTML;

    /**
     * Size at which a part of a page is sent although the template does not have to wait.
     */
    private DataSize chunkSize = DataSize.ofBytes(8192);

    /**
     * Time to wait for one asynchronous value, or for the next item of a sequence. Zero to wait forever.
     */
    private Duration asyncTimeout = Duration.ofSeconds(30);

    /**
     * What becomes of a page that fails after part of it was sent: "abort" to break it off, or the name of a block of the
     * page which is appended and gets the failure as "error".
     */
    private String onStreamError = "abort";

    /**
     * Whether the sections of "defer" may be sent when they are ready instead of where they stand.
     */
    private OutOfOrder outOfOrder = OutOfOrder.AUTO;

    /**
     * Number of deferred sections of one page that are rendered at a time.
     */
    private int maxSections = 32;

    /**
     * Comma-separated list of patterns of the view names that can be resolved. All when not set.
     */
    private String @Nullable [] viewNames;

    /**
     * Comma-separated list of patterns of the view names that are left to other view resolvers. None when not set.
     */
    private String @Nullable [] excludedViewNames;

    /**
     * Order of the view resolver among the others.
     */
    private int order = Ordered.LOWEST_PRECEDENCE - 10;

    /**
     * Whether a template such as "page_de.html" is taken for German readers instead of "page.html".
     */
    private boolean localizedViews;

    private final Servlet servlet = new Servlet();

    private final Reactive reactive = new Reactive();

    public boolean isEnabled() {
        return this.enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public String getPrefix() {
        return this.prefix;
    }

    public void setPrefix(String prefix) {
        this.prefix = prefix;
    }

    public String getSuffix() {
        return this.suffix;
    }

    public void setSuffix(String suffix) {
        this.suffix = suffix;
    }

    public boolean isCheckTemplateLocation() {
        return this.checkTemplateLocation;
    }

    public void setCheckTemplateLocation(boolean checkTemplateLocation) {
        this.checkTemplateLocation = checkTemplateLocation;
    }

    public boolean isPrecompile() {
        return this.precompile;
    }

    public void setPrecompile(boolean precompile) {
        this.precompile = precompile;
    }

    public boolean isCompileAtStart() {
        return this.compileAtStart;
    }

    public void setCompileAtStart(boolean compileAtStart) {
        this.compileAtStart = compileAtStart;
    }

    public boolean isDebug() {
        return this.debug;
    }

    public void setDebug(boolean debug) {
        this.debug = debug;
    }

    public boolean isCache() {
        return this.cache;
    }

    public void setCache(boolean cache) {
        this.cache = cache;
    }

    public int getCacheSize() {
        return this.cacheSize;
    }

    public void setCacheSize(int cacheSize) {
        this.cacheSize = cacheSize;
    }

    public boolean isAutoescape() {
        return this.autoescape;
    }

    public void setAutoescape(boolean autoescape) {
        this.autoescape = autoescape;
    }

    public boolean isAutoAwait() {
        return this.autoAwait;
    }

    public void setAutoAwait(boolean autoAwait) {
        this.autoAwait = autoAwait;
    }

    public boolean isStrictUndefined() {
        return this.strictUndefined;
    }

    public void setStrictUndefined(boolean strictUndefined) {
        this.strictUndefined = strictUndefined;
    }

    public Charset getCharset() {
        return this.charset;
    }

    public void setCharset(Charset charset) {
        this.charset = charset;
    }

    public MimeType getContentType() {
        return this.contentType;
    }

    public void setContentType(MimeType contentType) {
        this.contentType = contentType;
    }

    public DataSize getChunkSize() {
        return this.chunkSize;
    }

    public void setChunkSize(DataSize chunkSize) {
        this.chunkSize = chunkSize;
    }

    public Duration getAsyncTimeout() {
        return this.asyncTimeout;
    }

    public void setAsyncTimeout(Duration asyncTimeout) {
        this.asyncTimeout = asyncTimeout;
    }

    public String getOnStreamError() {
        return this.onStreamError;
    }

    public void setOnStreamError(String onStreamError) {
        this.onStreamError = onStreamError;
    }

    public OutOfOrder getOutOfOrder() {
        return this.outOfOrder;
    }

    public void setOutOfOrder(OutOfOrder outOfOrder) {
        this.outOfOrder = outOfOrder;
    }

    public int getMaxSections() {
        return this.maxSections;
    }

    public void setMaxSections(int maxSections) {
        this.maxSections = maxSections;
    }

    public String @Nullable [] getViewNames() {
        return this.viewNames;
    }

    public void setViewNames(String @Nullable [] viewNames) {
        this.viewNames = viewNames;
    }

    public String @Nullable [] getExcludedViewNames() {
        return this.excludedViewNames;
    }

    public void setExcludedViewNames(String @Nullable [] excludedViewNames) {
        this.excludedViewNames = excludedViewNames;
    }

    public int getOrder() {
        return this.order;
    }

    public void setOrder(int order) {
        this.order = order;
    }

    public boolean isLocalizedViews() {
        return this.localizedViews;
    }

    public void setLocalizedViews(boolean localizedViews) {
        this.localizedViews = localizedViews;
    }

    public Servlet getServlet() {
        return servlet;
    }

    public Reactive getReactive() {
        return reactive;
    }

    /** Properties of the servlet stack. */
    public static class Servlet {

        /**
         * Time that a page may take after it has left the request thread. No limit when not set.
         */
        private @Nullable Duration asyncTimeout;

        public @Nullable Duration getAsyncTimeout() {
            return this.asyncTimeout;
        }

        public void setAsyncTimeout(@Nullable Duration asyncTimeout) {
            this.asyncTimeout = asyncTimeout;
        }
    }

    /** Properties of the reactive stack. */
    public static class Reactive {

        /**
         * Media types that pages can be sent as, besides the content type. A request that accepts none of them is refused.
         */
        private List<MimeType> mediaTypes = new ArrayList<>(List.of(
                MimeTypeUtils.TEXT_HTML,
                MimeTypeUtils.TEXT_PLAIN,
                MimeType.valueOf("application/xhtml+xml"),
                MimeTypeUtils.APPLICATION_XML,
                MimeTypeUtils.TEXT_XML,
                MimeType.valueOf("application/rss+xml"),
                MimeType.valueOf("application/atom+xml"),
                MimeType.valueOf("text/css"),
                MimeType.valueOf("text/javascript"),
                MimeType.valueOf("text/csv")));

        public List<MimeType> getMediaTypes() {
            return this.mediaTypes;
        }

        public void setMediaTypes(List<MimeType> mediaTypes) {
            this.mediaTypes = mediaTypes;
        }
    }
}
