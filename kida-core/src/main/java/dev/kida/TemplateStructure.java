package dev.kida;

import dev.kida.analyze.Children;
import dev.kida.render.CompiledTemplate;
import dev.kida.syntax.Stmt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a template is put together, for frameworks that compose pages of blocks.
 *
 * @param name the name it is loaded by
 * @param parent the literal name of the template it extends, or null
 * @param blocks its blocks, fragments and regions, inherited ones first; each with a hash that is the same for the same
 *     block, wherever it stands, and lasts as long as the engine's version
 * @param dependsOn the dotted paths of the context that its own text reads
 */
public record TemplateStructure(
        String name, @Nullable String parent, Map<String, String> blocks, Set<String> dependsOn) {

    private static final Pattern POSITION = Pattern.compile("position=Position\\[line=\\d+, column=\\d+], ");

    /**
     * Describes a template.
     *
     * @param chain the template and its literal parents, leaf first
     */
    static TemplateStructure of(String name, List<CompiledTemplate> chain, Set<String> dependsOn) {
        List<CompiledTemplate> rootFirst = new ArrayList<>(chain);
        Collections.reverse(rootFirst);
        Map<String, String> blocks = new LinkedHashMap<>();
        for (CompiledTemplate template : rootFirst) {
            Map<String, Stmt> declared = new LinkedHashMap<>();
            collect(template.facts().tree().body(), declared);
            declared.forEach((block, node) -> blocks.put(block, hash(node)));
        }
        return new TemplateStructure(
                name, chain.get(0).facts().literalParent(), Collections.unmodifiableMap(blocks), dependsOn);
    }

    private static void collect(List<Stmt> body, Map<String, Stmt> blocks) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Block block) {
                blocks.put(block.name(), block);
            } else if (statement instanceof Stmt.Def def && def.region()) {
                blocks.put(def.name(), def);
            }
            // the blocks of an embed belong to the template it names
            if (!(statement instanceof Stmt.Embed)) {
                Children.bodies(statement).forEach(inner -> collect(inner, blocks));
            }
        }
    }

    private static String hash(Stmt block) {
        String text = POSITION.matcher(block.toString()).replaceAll("");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
