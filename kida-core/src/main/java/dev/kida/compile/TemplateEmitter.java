package dev.kida.compile;

import dev.kida.analyze.BodyKind;
import dev.kida.analyze.Granularity;
import dev.kida.analyze.Outline;
import dev.kida.analyze.SectionPlaces;
import dev.kida.analyze.TemplatePlan;
import dev.kida.analyze.UnitPlan;
import dev.kida.analyze.Weight;
import dev.kida.builtin.Builtins;
import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateSyntaxException;
import dev.kida.render.TagHandler;
import dev.kida.syntax.Position;
import dev.kida.value.TemplateFunction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Emits the class of one template in one shape: a method for each unit, and the dispatch to them. */
final class TemplateEmitter {

    private static final int LONGEST_NAME = 1024;

    private static final int MOST_CONSTANTS = 0xFFFF;

    private static final int ACCESS = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;

    private final CompilationInput input;
    private final Granularity granularity;
    private final TemplatePlan plan;
    private final Outline outline;
    private final SectionPlaces sectionPlaces;
    private final boolean resumable;
    private final String className;
    private final Constants constants = new Constants();
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
        @Override
        protected String getCommonSuperClass(String a, String b) {
            return Types.OBJECT; // variables keep their types; only values, which are objects, are merged
        }
    };
    /** A unit to be emitted, with what its method does if it is not the body of the plan. */
    private record Pending(UnitPlan plan, @Nullable Consumer<Unit> emit) {}

    private final Queue<Pending> pending = new ArrayDeque<>();
    private final Map<Integer, List<Lexical.Variable>> captured = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final List<Integer> emitted = new ArrayList<>();
    private final SortedMap<Integer, UnitPlan> direct = new TreeMap<>();
    private final Map<String, Position> places = new HashMap<>();
    private Position place = Position.START;

    /** How often the constants were counted, which takes one constant each time; -1 when they are not. */
    private int counts = -1;

    /** Where the class got more constants than a class can have, if they are counted. */
    private @Nullable Position overflow;

    private String @Nullable [] noStrings;
    private int nextUnit;

    private TemplateEmitter(CompilationInput input, Granularity granularity, boolean resumable, String className) {
        this.input = input;
        this.granularity = granularity;
        this.plan = granularity == Granularity.USUAL ? input.plan() : TemplatePlan.of(input.tree(), granularity);
        this.sectionPlaces = SectionPlaces.of(input.tree());
        this.outline = new Outline(granularity.expression());
        this.resumable = resumable;
        this.className = className;
    }

    // ---- what units ask --------------------------------------------------------------------------------------------

    String className() {
        return className;
    }

    Constants constants() {
        return constants;
    }

    TemplatePlan plan() {
        return plan;
    }

    Granularity granularity() {
        return granularity;
    }

    /** The parts of large expressions that are methods of their own. */
    Outline outline() {
        return outline;
    }

    /** Where the places and the sending of deferred sections are. */
    SectionPlaces sectionPlaces() {
        return sectionPlaces;
    }

    boolean escape() {
        return input.escape();
    }

    boolean strict() {
        return input.strict();
    }

    /** Whether the sizes of values and output are checked. */
    boolean bounded() {
        return input.bounded();
    }

    /** Whether places that read members link themselves, which a class that is made in advance does not. */
    boolean linked() {
        return input.linked();
    }

    /** Whether a policy decides what templates may reach. */
    boolean sandboxed() {
        return input.sandboxed();
    }

    TemplateFunction filter(String name) {
        return Builtins.made(java.util.Objects.requireNonNull(input.filters().get(name), name));
    }

    TagHandler tag(String name) {
        return java.util.Objects.requireNonNull(input.tags().get(name), name);
    }

    TemplateFunction test(String name) {
        return Builtins.made(java.util.Objects.requireNonNull(input.tests().get(name), name));
    }

    String[] noStrings(String[] empty) {
        if (noStrings == null) {
            noStrings = empty;
        }
        return noStrings;
    }

    /** Says which lexical variables a unit gets from the place it is written at. */
    void captures(UnitPlan unit, List<Lexical.Variable> variables) {
        captured.put(unit.id(), variables);
    }

    /** Makes a piece of a unit a method of its own. */
    UnitPlan addPart(UnitPlan owner, List<Lexical.Variable> variables, Consumer<Unit> emit) {
        UnitPlan part =
                new UnitPlan(nextUnit++, UnitPlan.Kind.SLOT, owner.name(), List.of(), List.of(), true, true, false);
        captured.put(part.id(), variables);
        pending.add(new Pending(part, emit));
        return part;
    }

    /** Whether the class has a method that runs a component without a run of its own. */
    boolean isDirect(UnitPlan unit) {
        return !resumable
                && !bounded()
                && !sandboxed()
                && unit.id() < UnitDispatch.MOST
                && DirectComponents.isDirect(unit);
    }

    // ---- the class -------------------------------------------------------------------------------------------------

    /** The class under a name; its methods are cut as finely as is needed. */
    static EmittedClass emit(CompilationInput input, boolean resumable, String className) {
        TemplateSyntaxException problem = null;
        for (Granularity granularity : Granularity.LEVELS) {
            TemplateEmitter emitter = new TemplateEmitter(input, granularity, resumable, className);
            try {
                return new EmittedClass(className, emitter.bytes(), emitter.constants.toArray());
            } catch (SizedMethod.TooLongException tooLong) {
                problem = emitter.tooLarge(emitter.place);
            } catch (MethodTooLargeException tooLong) {
                problem = emitter.tooLarge(emitter.places.getOrDefault(tooLong.getMethodName(), Position.START));
            } catch (ClassTooLargeException tooLarge) {
                throw emitter.tooLarge(overflow(input, granularity, resumable, className));
            }
        }
        throw java.util.Objects.requireNonNull(problem);
    }

    /** Emits the class once more and counts its constants. */
    private static Position overflow(
            CompilationInput input, Granularity granularity, boolean resumable, String className) {
        TemplateEmitter emitter = new TemplateEmitter(input, granularity, resumable, className);
        emitter.counts = 0;
        try {
            emitter.bytes();
        } catch (ClassTooLargeException again) {
            // it is about the place
        }
        return emitter.overflow == null ? Position.START : emitter.overflow;
    }

    private byte[] bytes() {
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
                className,
                null,
                resumable ? Types.RESUMABLE : Types.STRAIGHT,
                null);
        String file = input.source().name();
        writer.visitSource(file.substring(0, Math.min(file.length(), LONGEST_NAME)), null);
        constructor();
        nextUnit = plan().units().size();
        for (UnitPlan unit : plan().units()) {
            pending.add(new Pending(unit, null));
        }
        while (!pending.isEmpty()) {
            unit(pending.remove());
        }
        emitted.sort(null);
        new UnitDispatch(writer, className, resumable, emitted, names).emit();
        if (!direct.isEmpty()) {
            DirectMethods.dispatch(
                    writer.visitMethod(Opcodes.ACC_PUBLIC, "component", Types.COMPONENT_METHOD, null, null),
                    className,
                    direct.values(),
                    names);
        }
        constantFields();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private TemplateSyntaxException tooLarge(Position at) {
        return new TemplateSyntaxException(
                ErrorCode.K_TPL_002,
                "The template is too large or too complex to be compiled",
                input.source(),
                at.line(),
                at.column(),
                "Split it, or build large data outside the template",
                List.of());
    }

    private void unit(Pending unit) {
        UnitPlan plan = unit.plan();
        String name = methodName(plan);
        if (unit.emit() == null && isDirect(plan)) {
            direct(plan, name);
            return;
        }
        if (unit.emit() == null && isPlainPage(plan)) {
            page(plan, name);
            return;
        }
        MethodVisitor method = new SizedMethod(writer.visitMethod(
                ACCESS, name, resumable ? Types.RESUMABLE_METHOD : Types.STRAIGHT_METHOD, null, null));
        Code code = new Code(this, method, resumable ? new Entry.Frame() : new Entry());
        boolean large = unit.emit() != null || isLarge(plan);
        new Unit(this, plan, code, large).emit(captured.getOrDefault(plan.id(), List.of()), unit.emit());
        emitted(plan, name);
    }

    private boolean isLarge(UnitPlan plan) {
        return plan.heapScopes() && Weight.isTooMuch(plan.body(), granularity);
    }

    private void emitted(UnitPlan plan, String name) {
        places.put(name, place);
        emitted.add(plan.id());
        names.put(plan.id(), name);
    }

    private boolean isPlainPage(UnitPlan unit) {
        return !resumable && unit.kind() == UnitPlan.Kind.BODY && plan.kind() == BodyKind.PLAIN;
    }

    /** A page that makes its run itself, and the method by which others run it as any unit. */
    private void page(UnitPlan plan, String name) {
        MethodVisitor method = new SizedMethod(writer.visitMethod(ACCESS, name, Types.PAGE_METHOD, null, null));
        new Unit(this, plan, new Code(this, method, new Entry.Page()), isLarge(plan)).emit(List.of(), null);
        PageMethods.bridge(writer.visitMethod(ACCESS, name, Types.STRAIGHT_METHOD, null, null), className, name);
        PageMethods.page(
                writer.visitMethod(
                        Opcodes.ACC_PUBLIC,
                        "page",
                        "(" + Types.desc(Types.PAGE_RUN) + Types.desc(Types.OUTPUT) + ")V",
                        null,
                        null),
                className,
                name);
        emitted(plan, name);
    }

    /** A component that is called directly, and the method by which others run it as any unit. */
    private void direct(UnitPlan plan, String name) {
        int parameters = plan.parameters().size();
        String descriptor = Types.directMethod(parameters);
        MethodVisitor method = new SizedMethod(writer.visitMethod(ACCESS, name, descriptor, null, null));
        new Unit(this, plan, new Code(this, method, new Entry.Direct(parameters)), false).emit(List.of(), null);
        DirectMethods.bridge(
                writer.visitMethod(ACCESS, name, Types.STRAIGHT_METHOD, null, null), className, name, parameters);
        emitted(plan, name);
        direct.put(plan.id(), plan);
    }

    /** Remembers the place that is being emitted, for the message when it is too large. */
    void at(Position position) {
        place = position;
        if (counts >= 0 && overflow == null) {
            int before = writer.newUTF8("count " + counts) - counts;
            counts++;
            overflow = before > MOST_CONSTANTS ? position : null;
        }
    }

    private static String methodName(UnitPlan plan) {
        return ClassNames.identifier(plan.name()) + "$" + plan.id();
    }

    private void constantFields() {
        int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
        writer.visitField(access, "K", "[Ljava/lang/Object;", null, null).visitEnd();
        MethodVisitor init = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        init.visitCode();
        init.visitLdcInsn(org.objectweb.asm.Type.getObjectType(className));
        init.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "dev/kida/compile/GeneratedConstants",
                "of",
                "(Ljava/lang/Class;)[Ljava/lang/Object;",
                false);
        init.visitInsn(Opcodes.DUP);
        init.visitFieldInsn(Opcodes.PUTSTATIC, className, "K", "[Ljava/lang/Object;");
        init.visitVarInsn(Opcodes.ASTORE, 0);
        for (int i = 0; i < constants.fields(); i++) {
            String type = constants.type(i);
            writer.visitField(access, Constants.field(i), Types.desc(type), null, null)
                    .visitEnd();
            init.visitVarInsn(Opcodes.ALOAD, 0);
            init.visitIntInsn(Opcodes.SIPUSH, i);
            init.visitInsn(Opcodes.AALOAD);
            init.visitTypeInsn(Opcodes.CHECKCAST, type);
            init.visitFieldInsn(Opcodes.PUTSTATIC, className, Constants.field(i), Types.desc(type));
        }
        init.visitInsn(Opcodes.RETURN);
        init.visitMaxs(0, 0);
        init.visitEnd();
    }

    private void constructor() {
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        method.visitCode();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(
                Opcodes.INVOKESPECIAL, resumable ? Types.RESUMABLE : Types.STRAIGHT, "<init>", "()V", false);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
