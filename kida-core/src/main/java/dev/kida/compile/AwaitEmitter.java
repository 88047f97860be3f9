package dev.kida.compile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Emits how a stream waits for the model attributes that are about to be used. It remembers which have their values by
 * then, so that a method does not ask for them again; what a branch awaited is forgotten after it, since it may not run.
 */
final class AwaitEmitter {

    private final Code code;
    private final Set<String> resolved = new HashSet<>();

    AwaitEmitter(Code code) {
        this.code = code;
    }

    /** Waits until the model attributes of these names have their values. */
    void names(List<String> names) {
        List<String> fresh =
                names.stream().filter(name -> !resolved.contains(name)).toList();
        if (fresh.isEmpty()) {
            return;
        }
        resolved.addAll(fresh);
        resolve("resolve", fresh);
    }

    /** Waits for a model attribute that is a single value; one of many values stays to be read one by one. */
    void single(String name) {
        if (!resolved.contains(name)) {
            resolve("resolveSingle", List.of(name));
        }
    }

    private void resolve(String method, List<String> names) {
        Label check = new Label();
        Label ready = new Label();
        code.mark(check);
        code.loadFrame();
        code.constant(names, Types.LIST);
        code.invokeVirtual(Types.FRAME, method, Types.method("L", "Z"));
        code.jump(Opcodes.IFNE, ready);
        code.suspend(1);
        code.pop();
        code.go(check);
        code.mark(ready);
    }

    /** Begins something that may not run, and gives what is known before it. */
    Set<String> enterBranch() {
        return Set.copyOf(resolved);
    }

    /**
     * Ends something that may not run: only what was known before it still is.
     *
     * @param before what {@link #enterBranch} gave
     */
    void leaveBranch(Set<String> before) {
        resolved.retainAll(before);
    }
}
