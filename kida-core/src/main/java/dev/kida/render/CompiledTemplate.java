package dev.kida.render;

import dev.kida.analyze.BodyKind;
import dev.kida.analyze.SectionPlaces;
import dev.kida.error.SourceText;
import dev.kida.error.TemplateWarning;
import dev.kida.load.TemplateNames;
import dev.kida.syntax.TemplateNode;
import dev.kida.value.TemplateFunction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A compiled template: what is known about it, and its code in the two shapes. Each shape is emitted once, when it is first run. */
public final class CompiledTemplate {

    /** Unit number of the page body. */
    public static final int BODY = 0;

    /** Unit number of the set-up that precedes the render of a single block (spec 06 §5). */
    public static final int SETUP = 1;

    /** Names of other templates that are remembered; they may come from data. */
    private static final int MOST_REFERENCES = 256;

    /**
     * What the compiler found out.
     *
     * @param kind what its body comes to
     * @param extending whether it has a parent, be it one that is known only when it renders
     * @param sections whether there are parts that may be sent out of order
     */
    public record Facts(
            @Nullable String name,
            SourceText source,
            boolean escape,
            boolean async,
            BodyKind kind,
            @Nullable String literalParent,
            boolean extending,
            boolean sections,
            Map<String, Integer> blocks,
            Map<String, String> components,
            Dependencies dependencies,
            NameUses uses,
            List<TemplateWarning> warnings,
            Map<String, TemplateFunction> filters,
            Map<String, TemplateFunction> tests,
            TemplateNode tree) {}

    private final Facts facts;
    private final CodeFactory factory;
    private final Lazy<StraightCode> straight;
    private final Lazy<ResumableCode> resumable;
    private final Map<String, Reference> references = new ConcurrentHashMap<>();
    private @Nullable Blocks blocks;
    private volatile @Nullable Set<Integer> enclosed;
    private int expectedSize = 1024;

    public CompiledTemplate(Facts facts, CodeFactory factory) {
        this.facts = facts;
        this.factory = factory;
        this.straight = new Lazy<>(factory::straight);
        this.resumable = new Lazy<>(factory::resumable);
        if (facts.sections()) {
            SectionNames.prepare();
        }
    }

    public Facts facts() {
        return facts;
    }

    /** What makes its code. */
    public CodeFactory factory() {
        return factory;
    }

    public @Nullable String name() {
        return facts.name();
    }

    /** The name, or {@code (inline)}. */
    public String displayName() {
        String name = facts.name();
        return name == null ? "(inline)" : name;
    }

    public SourceText source() {
        return facts.source();
    }

    boolean escape() {
        return facts.escape();
    }

    public boolean async() {
        return facts.async();
    }

    /** Whether its run in the straight shape can be used again, as nothing can have kept it. */
    boolean isPlain() {
        return facts.kind() == BodyKind.PLAIN;
    }

    /** Whether its body only defines components, which its set-up does without any text. */
    boolean onlyDefines() {
        return facts.kind() == BodyKind.DEFINITIONS;
    }

    /** Own blocks, fragments and regions in source order, with the unit that renders them. */
    public Map<String, Integer> blocks() {
        return facts.blocks();
    }

    Map<String, TemplateFunction> filters() {
        return facts.filters();
    }

    Map<String, TemplateFunction> tests() {
        return facts.tests();
    }

    /** {@code def} or {@code region} when the template declares a component of that name at top level. */
    @Nullable
    String componentKind(String name) {
        return facts.components().get(name);
    }

    /** A template that this one names; literal names and those that come up again are resolved once. */
    Reference reference(String name, Map<String, String> aliases) {
        Reference known = references.get(name);
        if (known != null) {
            return known;
        }
        Reference resolved = new Reference(TemplateNames.resolve(name, name(), aliases));
        if (references.size() < MOST_REFERENCES) {
            references.put(name, resolved);
        }
        return resolved;
    }

    /** Whether what is started at a place of this template stands within a tag, a script or a title of the page. */
    boolean isEnclosed(int site) {
        Set<Integer> known = enclosed;
        if (known == null) {
            known = SectionPlaces.enclosedSites(facts.tree()).stream()
                    .map(position -> Failures.pack(position.line(), position.column()))
                    .collect(Collectors.toUnmodifiableSet());
            enclosed = known;
        }
        return known.contains(site);
    }

    /** How much room the next page will need. */
    int expectedSize() {
        return expectedSize;
    }

    void wasSized(int size) {
        int room = size + size / 8;
        if (room > expectedSize || room < expectedSize / 4) {
            expectedSize = room;
        }
    }

    /** The definitions that come before those of the parent when this template is the one to be rendered. */
    Blocks ownBlocks() {
        Blocks known = blocks;
        if (known == null) {
            known = Blocks.of(this);
            blocks = known;
        }
        return known;
    }

    /** Emits the code now, in every shape that a render may ask for. */
    public void emit() {
        if (!async()) {
            straight.get();
        }
        resumable.get();
    }

    /** Emits the code now that streamed renders run. */
    public void emitResumable() {
        resumable.get();
    }

    StraightCode straight() {
        return straight.get();
    }

    ResumableCode resumable() {
        return resumable.get();
    }
}
