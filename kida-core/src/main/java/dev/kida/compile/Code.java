package dev.kida.compile;

import dev.kida.render.Failures;
import dev.kida.render.ReadNames;
import dev.kida.syntax.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * One generated method: its variables, its suspension points, and the instructions everything else is made of.
 *
 * <p>In the resumable shape the operand stack is empty at every suspension point; the variables in use are saved in the
 * frame before the method returns, and loaded again where it continues.
 */
final class Code extends Instructions {

    private record Handler(Label from, Label to, Label at, String type) {}

    private static final int LONGEST_LITERAL = 8000;

    private static final String READ_NAMES = Types.RENDER + "ReadNames";
    private static final String READS = "(" + Types.desc(Types.THROWABLE) + Types.desc(Types.ACTIVATION)
            + "I[Ljava/lang/Object;" + Types.desc(READ_NAMES) + ")" + Types.desc(Types.THROWABLE);

    final boolean resumable;
    final Local activation;
    private final TemplateEmitter template;
    private final Entry entry;
    private final int positionSlot;
    private final List<Local> live = new ArrayList<>();
    private final Map<String, Deque<Local>> free = new HashMap<>();
    private final List<Local> all = new ArrayList<>();
    private final Map<String, Local> reads = new LinkedHashMap<>();
    private final List<Label> resumePoints = new ArrayList<>();
    private final List<Handler> handlers = new ArrayList<>();
    private final Label init = new Label();
    private final Label begin = new Label();
    private final Label start = new Label();
    private final Label end = new Label();
    private int nextSlot;
    /** The place of what is being emitted, and the place the method knows to be in at this point, or -1. */
    private int place;

    private int known = -1;
    private int line = -1;

    /** The output that is written to at this point of the method. */
    Local out;

    Code(TemplateEmitter template, MethodVisitor method, Entry entry) {
        super(method);
        this.template = template;
        this.entry = entry;
        this.resumable = entry.resumable();
        this.activation = entry.activation;
        this.out = entry.out;
        this.positionSlot = entry.next;
        this.nextSlot = entry.next + 1;
    }

    // ---- the frame of the method ----------------------------------------------------------------------------------

    void begin() {
        method.visitCode();
        entry.begin(this);
        method.visitInsn(Opcodes.ICONST_0);
        method.visitVarInsn(Opcodes.ISTORE, positionSlot);
        // Variables are cleared first, so that every one has a value wherever the method continues or fails.
        method.visitJumpInsn(Opcodes.GOTO, init);
        mark(start);
        mark(begin);
    }

    void finish() {
        if (resumable) {
            push(0);
            method.visitInsn(Opcodes.IRETURN);
        } else {
            entry.end(this);
            method.visitInsn(Opcodes.RETURN);
        }
        mark(end);
        Label failed = new Label();
        mark(failed);
        entry.failed(this);
        loadRun();
        method.visitVarInsn(Opcodes.ILOAD, positionSlot);
        if (reads.isEmpty()) {
            invokeStatic(Types.FAILURES, "at", Types.method("TAI", "T"));
        } else {
            readVariables();
            invokeStatic(Types.FAILURES, "at", READS);
        }
        method.visitInsn(Opcodes.ATHROW);
        handlers.add(new Handler(start, end, failed, Types.THROWABLE));
        mark(init);
        for (Local local : all) {
            method.visitInsn(Opcodes.ACONST_NULL);
            store(local);
        }
        dispatch();
        for (Handler handler : handlers) {
            method.visitTryCatchBlock(handler.from(), handler.to(), handler.at(), handler.type());
        }
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    /** Says that a name is read here from a variable, so that a failure can show its value. */
    void reads(String name, Local variable) {
        if (variable.type().equals(Types.OBJECT)) {
            reads.putIfAbsent(ReadNames.key(place, name), variable);
        }
    }

    /** Leaves the variables that are read by name on the stack, as an array, and which is whose. */
    private void readVariables() {
        List<Local> variables = new ArrayList<>();
        Map<String, Integer> indexes = new HashMap<>();
        for (Map.Entry<String, Local> read : reads.entrySet()) {
            Local variable = read.getValue();
            if (!variable.isArgument() && !variables.contains(variable)) {
                variables.add(variable);
            }
            indexes.put(read.getKey(), variable.isArgument() ? variable.slot() : variables.indexOf(variable));
        }
        array(variables);
        constant(new ReadNames(Map.copyOf(indexes)), READ_NAMES);
    }

    private void dispatch() {
        if (resumePoints.isEmpty()) {
            method.visitJumpInsn(Opcodes.GOTO, begin);
            return;
        }
        method.visitVarInsn(Opcodes.ALOAD, 0);
        invokeVirtual(Types.FRAME, "state", "()I");
        Label[] targets = new Label[resumePoints.size() + 1];
        targets[0] = begin;
        for (int i = 0; i < resumePoints.size(); i++) {
            targets[i + 1] = resumePoints.get(i);
        }
        method.visitTableSwitchInsn(0, resumePoints.size(), begin, targets);
    }

    // ---- variables -------------------------------------------------------------------------------------------------

    Local allocate(String type) {
        Deque<Local> pool = free.get(type);
        Local local = pool == null ? null : pool.pollFirst();
        if (local == null) {
            local = own(type);
        }
        live.add(local);
        return local;
    }

    /** A variable that nothing else uses, so that it is null until it is assigned. */
    Local own(String type) {
        Local local = new Local(nextSlot++, type);
        all.add(local);
        return local;
    }

    void release(Local local) {
        if (live.remove(local)) {
            Deque<Local> pool = free.get(local.type());
            if (pool == null) {
                pool = new ArrayDeque<>();
                free.put(local.type(), pool);
            }
            pool.addFirst(local);
        }
    }

    /** Stores what is on the stack into a new variable. */
    Local keep(String type) {
        Local local = allocate(type);
        store(local);
        return local;
    }

    Local keep() {
        return keep(Types.OBJECT);
    }

    void load(Local local) {
        if (local.isArgument()) {
            load(activation);
            push(local.index());
            invokeVirtual(Types.ACTIVATION, "local", Types.method("I", "O"));
            return;
        }
        method.visitVarInsn(Opcodes.ALOAD, local.slot());
    }

    /** What the method is called with. */
    Entry entry() {
        return entry;
    }

    /** Loads the run of this unit, for what may keep it or tells where it is. */
    void loadRun() {
        entry.loadRun(this);
    }

    /** Loads what calls components from here. */
    void loadOrigin() {
        entry.loadOrigin(this);
    }

    void store(Local local) {
        method.visitVarInsn(Opcodes.ASTORE, local.slot());
        endBlock();
    }

    /**
     * Starts a new basic block. Handlers are declared at the end of the method, so that inner ones come first; until then
     * ASM does not know that a store matters to them, and would not look at the types before and after it.
     */
    private void endBlock() {
        method.visitLabel(new Label());
    }

    void loadFrame() {
        method.visitVarInsn(Opcodes.ALOAD, 0);
    }

    // ---- suspension ------------------------------------------------------------------------------------------------

    /** The value on the stack may be the mark of something pending: then the method returns and gets the value later. */
    void suspendIfPending() {
        Label ready = new Label();
        method.visitInsn(Opcodes.DUP);
        method.visitFieldInsn(Opcodes.GETSTATIC, Types.FRAME, "PENDING", Types.desc(Types.OBJECT));
        method.visitJumpInsn(Opcodes.IF_ACMPNE, ready);
        method.visitInsn(Opcodes.POP);
        suspend(1);
        mark(ready);
    }

    /** Returns from the method with an answer; it continues behind this point with what the frame was given. */
    void suspend(int answer) {
        List<Local> saved = List.copyOf(live);
        resumePoints.add(new Label());
        int state = resumePoints.size();
        loadFrame();
        push(state);
        push(saved.size());
        invokeVirtual(Types.FRAME, "suspend", Types.method("II", "o"));
        for (int i = 0; i < saved.size(); i++) {
            method.visitInsn(Opcodes.DUP);
            push(i);
            load(saved.get(i));
            method.visitInsn(Opcodes.AASTORE);
        }
        method.visitInsn(Opcodes.POP);
        push(answer);
        method.visitInsn(Opcodes.IRETURN);
        mark(resumePoints.get(state - 1));
        restore(saved);
        loadFrame();
        invokeVirtual(Types.FRAME, "take", Types.method("", "O"));
    }

    private void restore(List<Local> saved) {
        push(place);
        method.visitVarInsn(Opcodes.ISTORE, positionSlot);
        if (saved.isEmpty()) {
            return;
        }
        loadFrame();
        invokeVirtual(Types.FRAME, "saved", Types.method("", "o"));
        for (int i = 0; i < saved.size(); i++) {
            method.visitInsn(Opcodes.DUP);
            push(i);
            method.visitInsn(Opcodes.AALOAD);
            if (!saved.get(i).type().equals(Types.OBJECT)) {
                method.visitTypeInsn(Opcodes.CHECKCAST, saved.get(i).type());
            }
            store(saved.get(i));
        }
        method.visitInsn(Opcodes.POP);
    }

    /** In a stream, stops here while the output holds a chunk. */
    void yieldIfFull() {
        if (!resumable) {
            return;
        }
        Label go = new Label();
        load(out);
        invokeVirtual(Types.OUTPUT, "isFull", "()Z");
        method.visitJumpInsn(Opcodes.IFEQ, go);
        suspend(2);
        method.visitInsn(Opcodes.POP);
        mark(go);
    }

    // ---- places and failures ---------------------------------------------------------------------------------------

    /** What is evaluated from here on stands at this place. */
    void at(Position position) {
        template.at(position);
        place = Failures.pack(position.line(), position.column());
        if (place != known) {
            known = place;
            push(place);
            method.visitVarInsn(Opcodes.ISTORE, positionSlot);
            endBlock();
        }
        if (position.line() != line) {
            line = position.line();
            Label here = new Label();
            method.visitLabel(here);
            method.visitLineNumber(Math.min(line, 65535), here);
        }
    }

    /** The current place, as an argument. */
    void loadPosition() {
        method.visitVarInsn(Opcodes.ILOAD, positionSlot);
    }

    /** Marks a label that can be reached from elsewhere, so that the place is not known any more. */
    void mark(Label label) {
        method.visitLabel(label);
        known = -1;
    }

    void handle(Label from, Label to, Label at, String type) {
        handlers.add(new Handler(from, to, at, type));
    }

    // ---- instructions ----------------------------------------------------------------------------------------------

    void string(String value) {
        if (value.length() <= LONGEST_LITERAL) {
            method.visitLdcInsn(value);
        } else {
            constant(value, Types.STRING);
        }
    }

    /** Loads an object of the template's constants. */
    void constant(Object value, String type) {
        int index = template.constants().index(value, type);
        String known = Types.OBJECT;
        if (index < Constants.FIELDS) {
            known = template.constants().type(index);
            method.visitFieldInsn(Opcodes.GETSTATIC, template.className(), Constants.field(index), Types.desc(known));
        } else {
            method.visitFieldInsn(Opcodes.GETSTATIC, template.className(), "K", "[" + Types.desc(Types.OBJECT));
            push(index);
            method.visitInsn(Opcodes.AALOAD);
        }
        if (!type.equals(Types.OBJECT) && !type.equals(known)) {
            cast(type);
        }
    }

    void literal(@Nullable Object value) {
        if (value == null) {
            method.visitInsn(Opcodes.ACONST_NULL);
        } else if (value instanceof Boolean truth) {
            method.visitFieldInsn(
                    Opcodes.GETSTATIC, "java/lang/Boolean", truth ? "TRUE" : "FALSE", "Ljava/lang/Boolean;");
        } else if (value instanceof String text) {
            string(text);
        } else {
            constant(value, Types.OBJECT);
        }
    }

    /** Leaves an array with the values of variables on the stack. */
    void array(List<Local> variables) {
        push(variables.size());
        method.visitTypeInsn(Opcodes.ANEWARRAY, Types.OBJECT);
        for (int i = 0; i < variables.size(); i++) {
            dup();
            push(i);
            load(variables.get(i));
            method.visitInsn(Opcodes.AASTORE);
        }
    }
}
