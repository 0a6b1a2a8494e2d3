package himalia.kernel.opened;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Has the worker link what classes use of others though it is private there. */
public final class PrivateUse {
    private static final int STAND_IN =
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

    private static final Handle REACH =
            new Handle(
                    Opcodes.H_INVOKESTATIC,
                    "himalia/worker/PrivateAccess",
                    "bootstrap",
                    "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                            + "Ljava/lang/Class;I)Ljava/lang/invoke/CallSite;",
                    false);

    private final Hidden hidden;
    private final Set<String> beyondReach = new HashSet<>();

    /** Says whether a member of a class is private there. */
    @FunctionalInterface
    public interface Hidden {
        /** Returns that; {@code owner} is the class's internal name. */
        boolean has(String owner, String name, String descriptor);
    }

    /** Links the use of what is hidden. */
    public PrivateUse(Hidden hidden) {
        this.hidden = hidden;
    }

    /** Returns a class file that runs though it uses that. */
    public byte[] linked(byte[] file) {
        var reader = new ClassReader(file);
        var writer = new ClassWriter(reader, 0);
        reader.accept(new OfClass(writer), 0);
        return writer.toByteArray();
    }

    /** Returns the binary names of the classes of which a constructor of a subclass begins with a private one, which cannot be linked. */
    public Set<String> beyondReach() {
        return beyondReach;
    }

    /** A use of a private member. */
    private record Use(String name, String type, String owner, int opcode) {
        /** Links it at a place. */
        void at(MethodVisitor code) {
            code.visitInvokeDynamicInsn(name, type, REACH, Type.getObjectType(owner), opcode);
        }

        /** Makes it all that a method does. */
        void in(MethodVisitor method) {
            method.visitCode();
            int place = 0;
            for (var each : Type.getArgumentTypes(type)) {
                method.visitVarInsn(each.getOpcode(Opcodes.ILOAD), place);
                place += each.getSize();
            }
            at(method);
            var gives = Type.getReturnType(type);
            method.visitInsn(gives.getOpcode(Opcodes.IRETURN));
            method.visitMaxs(Math.max(place, gives.getSize()), place);
            method.visitEnd();
        }

        static Use ofMethod(String owner, String name, String type, boolean onClass) {
            return onClass
                    ? new Use(name, type, owner, Opcodes.INVOKESTATIC)
                    : new Use(
                            name,
                            "(L" + owner + ";" + type.substring(1),
                            owner,
                            Opcodes.INVOKEVIRTUAL);
        }

        /** A constructor's own name may not stand in a linked call. */
        static Use ofConstructor(String owner, String type) {
            var made = type.substring(0, type.length() - 1) + "L" + owner + ";";
            return new Use("new", made, owner, Opcodes.INVOKESPECIAL);
        }
    }

    private final class OfClass extends ClassVisitor {
        /** What writes the methods that stand for those which are referred to. */
        private final List<Runnable> standIns = new ArrayList<>();

        private String self = "";
        private boolean isInterface;

        OfClass(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            self = name;
            isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
            super.visit(version, access, name, signature, superName, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new Linking(
                    super.visitMethod(access, name, descriptor, signature, exceptions), this);
        }

        @Override
        public void visitEnd() {
            standIns.forEach(Runnable::run);
            super.visitEnd();
        }

        /** Returns what is referred to in place of a hidden method or constructor: a method that calls it, as a lambda would. */
        Object reached(Object constant) {
            if (!(constant instanceof Handle handle)
                    || handle.getOwner().equals(self)
                    || !hidden.has(handle.getOwner(), handle.getName(), handle.getDesc())) {
                return constant;
            }
            var use =
                    handle.getTag() == Opcodes.H_NEWINVOKESPECIAL
                            ? Use.ofConstructor(handle.getOwner(), handle.getDesc())
                            : Use.ofMethod(
                                    handle.getOwner(),
                                    handle.getName(),
                                    handle.getDesc(),
                                    handle.getTag() == Opcodes.H_INVOKESTATIC);
            var name = "private$" + standIns.size();
            standIns.add(() -> use.in(super.visitMethod(STAND_IN, name, use.type, null, null)));
            return new Handle(Opcodes.H_INVOKESTATIC, self, name, use.type, isInterface);
        }
    }

    private final class Linking extends MethodVisitor {
        private final OfClass in;

        /** How many objects were allocated and not made yet. */
        private int allocated;

        Linking(MethodVisitor next, OfClass in) {
            super(Opcodes.ASM9, next);
            this.in = in;
        }

        @Override
        public void visitInvokeDynamicInsn(
                String called, String type, Handle bootstrap, Object... arguments) {
            var reached = Arrays.stream(arguments).map(in::reached).toArray();
            super.visitInvokeDynamicInsn(called, type, bootstrap, reached);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            allocated += opcode == Opcodes.NEW ? 1 : 0;
            super.visitTypeInsn(opcode, type);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String type) {
            if (!hidden.has(owner, field, type)) {
                super.visitFieldInsn(opcode, owner, field, type);
                return;
            }
            var self = "L" + owner + ";";
            var used =
                    switch (opcode) {
                        case Opcodes.GETFIELD -> "(" + self + ")" + type;
                        case Opcodes.PUTFIELD -> "(" + self + type + ")V";
                        case Opcodes.GETSTATIC -> "()" + type;
                        default -> "(" + type + ")V";
                    };
            new Use(field, used, owner, opcode).at(mv);
        }

        @Override
        public void visitMethodInsn(
                int opcode, String owner, String called, String type, boolean ofInterface) {
            if (called.equals("<init>")) {
                visitConstructor(owner, type);
            } else if (!hidden.has(owner, called, type)) {
                super.visitMethodInsn(opcode, owner, called, type, ofInterface);
            } else {
                Use.ofMethod(owner, called, type, opcode == Opcodes.INVOKESTATIC).at(mv);
            }
        }

        /** Objects are made in the reverse order of their allocation; what was not allocated is this. */
        private void visitConstructor(String owner, String type) {
            boolean makes = allocated > 0;
            allocated -= makes ? 1 : 0;
            if (makes && hidden.has(owner, "<init>", type)) {
                make(owner, type);
                return;
            }
            if (hidden.has(owner, "<init>", type)) {
                beyondReach.add(owner.replace('/', '.'));
            }
            super.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, "<init>", type, false);
        }

        /** Below the arguments lies twice what was allocated: in its place comes what another call allocates. */
        private void make(String owner, String type) {
            Use.ofConstructor(owner, type).at(mv);
            for (int twice = 0; twice < 2; twice++) {
                mv.visitInsn(Opcodes.SWAP);
                mv.visitInsn(Opcodes.POP);
            }
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitMaxs(stack + 1, locals);
        }
    }
}
