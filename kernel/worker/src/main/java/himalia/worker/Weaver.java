package himalia.worker;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves stop checks (at method entry, before backward jumps and behind what a variable of a cell is given), tame exits, readable stack traces, orderly launches, scanners that outlive an interrupt, statements that can be cancelled and calls of what was declared last into the user's classes. */
final class Weaver {
    private static final Handle STOP_CHECK = bootstrap("himalia/worker/StopChecks");
    private static final Handle TRACE = bootstrap("himalia/worker/Traces");
    private static final Handle STATEMENT = bootstrap("himalia/worker/StatementCalls");
    private static final Handle CELL_CALL =
            new Handle(
                    Opcodes.H_INVOKESTATIC,
                    "himalia/worker/CellCalls",
                    "bootstrap",
                    "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                            + "Ljava/lang/String;)Ljava/lang/invoke/CallSite;",
                    false);
    private static final Set<String> PRINTS =
            Set.of("()V", "(Ljava/io/PrintStream;)V", "(Ljava/io/PrintWriter;)V");

    private static final AtomicBoolean told = new AtomicBoolean();

    private Weaver() {}

    private static Handle bootstrap(String owner) {
        return new Handle(
                Opcodes.H_INVOKESTATIC,
                owner,
                "bootstrap",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)"
                        + "Ljava/lang/invoke/CallSite;",
                false);
    }

    /** Weaves a class; one that grows too large by it goes without stop checks, one that cannot be read stays as it is. */
    static byte[] weave(byte[] original) {
        try {
            return woven(original, true);
        } catch (MethodTooLargeException e) {
            return weaveWithoutChecks(original);
        } catch (RuntimeException e) {
            return asItIs(original, e);
        }
    }

    private static byte[] weaveWithoutChecks(byte[] original) {
        try {
            return woven(original, false);
        } catch (RuntimeException e) {
            return asItIs(original, e);
        }
    }

    private static byte[] asItIs(byte[] original, RuntimeException why) {
        // Of a JVM newer than the reader there may be thousands.
        var level = told.getAndSet(true) ? System.Logger.Level.DEBUG : System.Logger.Level.INFO;
        System.getLogger("himalia.worker")
                .log(level, "a class runs as it is, without stop checks: " + why);
        return original;
    }

    private static byte[] woven(byte[] original, boolean checks) {
        var reader = new ClassReader(original);
        var writer = new ClassWriter(reader, 0);
        reader.accept(new WovenClass(writer, checks), 0);
        return writer.toByteArray();
    }

    /** Loads what weaving needs. */
    static void rehearse() {
        var writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, 0, "REPL/$Rehearsal", null, "java/lang/Object", null);
        var method = writer.visitMethod(Opcodes.ACC_STATIC, "run", "()V", null, null);
        var again = new Label();
        method.visitCode();
        method.visitLabel(again);
        method.visitJumpInsn(Opcodes.GOTO, again);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        weave(writer.toByteArray());
    }

    private static final class WovenClass extends ClassVisitor {
        private final boolean checks;
        private boolean cell;
        private boolean insideCell;

        WovenClass(ClassVisitor next, boolean checks) {
            super(Opcodes.ASM9, next);
            this.checks = checks;
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            cell = CellCalls.isCell(name);
            insideCell = CellCalls.isInsideCell(name);
            super.visit(version, access, name, signature, superName, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            var method = super.visitMethod(access, name, descriptor, signature, exceptions);
            if (cell && name.equals("<init>")) {
                // Nobody makes objects of it; as it is, it is copied and not read.
                return method;
            }
            // A class whose initialiser is ended by a check could never be used again.
            return new WovenMethod(
                    method,
                    checks && !name.equals("<clinit>"),
                    !cell || !name.equals(CellCalls.RUN),
                    insideCell || name.startsWith("lambda$"));
        }
    }

    private static final class WovenMethod extends EachInstruction {
        private final Set<Label> passed = new HashSet<>();
        private final ErrorHandlers handlers = new ErrorHandlers();

        private final boolean checked;
        private final boolean checkedAtEntry;
        private final boolean outlivesCell;

        WovenMethod(
                MethodVisitor next, boolean checked, boolean checkedAtEntry, boolean outlivesCell) {
            super(next);
            this.checked = checked;
            this.checkedAtEntry = checkedAtEntry;
            this.outlivesCell = outlivesCell;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (checkedAtEntry) {
                check();
            }
        }

        @Override
        public void visitTryCatchBlock(
                Label start, Label end, Label handler, @Nullable String type) {
            handlers.add(start, end, handler, type);
            super.visitTryCatchBlock(start, end, handler, type);
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            handlers.passes(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (passed.contains(label)) {
                check();
            } else if (opcode == Opcodes.GOTO) {
                handlers.jumpsAhead(label);
            }
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitTableSwitchInsn(int least, int most, Label other, Label... labels) {
            checkBackward(other, labels);
            super.visitTableSwitchInsn(least, most, other, labels);
        }

        @Override
        public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
            checkBackward(other, labels);
            super.visitLookupSwitchInsn(other, keys, labels);
        }

        /** Work that keeps what it has gives it to a variable; what stands behind that is not to run any more. */
        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            super.visitFieldInsn(opcode, owner, name, descriptor);
            if (checked && opcode == Opcodes.PUTSTATIC && descriptor.startsWith("L")) {
                unlinked("behindVariable");
            }
        }

        @Override
        public void visitMethodInsn(
                int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            before();
            if (ReplacedCalls.write(mv, opcode, owner, name, descriptor)) {
                return;
            }
            if (opcode == Opcodes.INVOKEVIRTUAL
                    && name.equals("printStackTrace")
                    && PRINTS.contains(descriptor)) {
                // Whether the owner is a throwable is known when the call is linked.
                super.visitInvokeDynamicInsn(
                        name, "(L" + owner + ";" + descriptor.substring(1), TRACE);
            } else if ((opcode == Opcodes.INVOKEINTERFACE || opcode == Opcodes.INVOKEVIRTUAL)
                    && StatementCalls.mayBe(name, descriptor)) {
                super.visitInvokeDynamicInsn(
                        name, "(L" + owner + ";" + descriptor.substring(1), STATEMENT);
            } else if (outlivesCell
                    && opcode == Opcodes.INVOKESTATIC
                    && CellCalls.isOfCell(owner, name)) {
                super.visitInvokeDynamicInsn(name, descriptor, CELL_CALL, owner.replace('/', '.'));
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
            }
        }

        /** Where the want of memory is caught, in front of all that may want it. */
        @Override
        void before() {
            if (checked && handlers.catches()) {
                unlinked("caught");
            }
            if (checked && handlers.begins()) {
                unlinked("tried");
            }
        }

        private void checkBackward(Label other, Label... labels) {
            boolean backward = passed.contains(other);
            for (var label : labels) {
                backward |= passed.contains(label);
            }
            if (backward) {
                check();
            }
        }

        private void check() {
            if (!checked) {
                return;
            }
            if (handlers.isInOne()) {
                unlinked("unlinked");
            } else {
                super.visitInvokeDynamicInsn("check", "()V", STOP_CHECK);
            }
        }

        /** The heap may be full: to link a call site would fail where the user's code would not. */
        private void unlinked(String check) {
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC, "himalia/worker/StopChecks", check, "()V", false);
        }
    }
}
