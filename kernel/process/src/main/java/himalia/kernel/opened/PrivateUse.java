package himalia.kernel.opened;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Has the worker link what a class uses of others though it is private there. */
public final class PrivateUse extends ClassVisitor {
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

    private final OpenClasses opened;

    /** What writes the methods that stand for those which are referred to. */
    private final List<Runnable> standIns = new ArrayList<>();

    private String self = "";
    private boolean isInterface;

    private PrivateUse(ClassVisitor next, OpenClasses opened) {
        super(Opcodes.ASM9, next);
        this.opened = opened;
    }

    /** Returns a class file that was compiled against the opened classes, such that it runs with the real ones. */
    public static byte[] linked(byte[] file, OpenClasses opened) {
        var reader = new ClassReader(file);
        var writer = new ClassWriter(reader, 0);
        reader.accept(new PrivateUse(writer, opened), 0);
        return writer.toByteArray();
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
    public void visitEnd() {
        standIns.forEach(Runnable::run);
        super.visitEnd();
    }

    /** Returns what is referred to in place of a private method or constructor: a method that calls it, as a lambda would. */
    private Object reachable(Object constant) {
        if (!(constant instanceof Handle handle)
                || handle.getOwner().equals(self)
                || !opened.opened(handle.getOwner(), handle.getName(), handle.getDesc())) {
            return constant;
        }
        var owner = "L" + handle.getOwner() + ";";
        var type = handle.getDesc();
        int opcode = Opcodes.INVOKEVIRTUAL;
        switch (handle.getTag()) {
            case Opcodes.H_NEWINVOKESPECIAL -> {
                type = type.substring(0, type.indexOf(')') + 1) + owner;
                opcode = Opcodes.INVOKESPECIAL;
            }
            case Opcodes.H_INVOKESTATIC -> opcode = Opcodes.INVOKESTATIC;
            default -> type = "(" + owner + type.substring(1);
        }
        var name = "private$" + standIns.size();
        var use = new Use(called(handle.getName()), type, handle.getOwner(), opcode);
        standIns.add(() -> use.write(super.visitMethod(STAND_IN, name, use.type, null, null)));
        return new Handle(Opcodes.H_INVOKESTATIC, self, name, type, isInterface);
    }

    /** What a linked call says: a constructor's own name may not stand there. */
    private static String called(String name) {
        return name.equals("<init>") ? "new" : name;
    }

    /** A use of a private member. */
    private record Use(String name, String type, String owner, int opcode) {
        void write(MethodVisitor method) {
            method.visitCode();
            int place = 0;
            for (var each : Type.getArgumentTypes(type)) {
                method.visitVarInsn(each.getOpcode(Opcodes.ILOAD), place);
                place += each.getSize();
            }
            link(method);
            var gives = Type.getReturnType(type);
            method.visitInsn(gives.getOpcode(Opcodes.IRETURN));
            method.visitMaxs(Math.max(place, gives.getSize()), place);
            method.visitEnd();
        }

        void link(MethodVisitor method) {
            method.visitInvokeDynamicInsn(name, type, REACH, Type.getObjectType(owner), opcode);
        }
    }

    @Override
    public MethodVisitor visitMethod(
            int access,
            String name,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] exceptions) {
        var next = super.visitMethod(access, name, descriptor, signature, exceptions);
        return new MethodVisitor(Opcodes.ASM9, next) {
            @Override
            public void visitFieldInsn(int opcode, String owner, String field, String type) {
                if (!opened.opened(owner, field, type)) {
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
                new Use(field, used, owner, opcode).link(mv);
            }

            @Override
            public void visitInvokeDynamicInsn(
                    String called, String type, Handle bootstrap, Object... arguments) {
                var reached = Arrays.stream(arguments).map(PrivateUse.this::reachable).toArray();
                super.visitInvokeDynamicInsn(called, type, bootstrap, reached);
            }

            @Override
            public void visitMethodInsn(
                    int opcode, String owner, String called, String type, boolean ofInterface) {
                boolean makes = opcode == Opcodes.INVOKESPECIAL && called.equals("<init>");
                // What else is special is a method of a superclass.
                if (opcode == Opcodes.INVOKESPECIAL && !makes
                        || !opened.opened(owner, called, type)) {
                    super.visitMethodInsn(opcode, owner, called, type, ofInterface);
                } else if (makes) {
                    makes(owner, type);
                } else {
                    boolean onClass = opcode == Opcodes.INVOKESTATIC;
                    var used = onClass ? type : "(L" + owner + ";" + type.substring(1);
                    new Use(called, used, owner, opcode).link(mv);
                }
            }

            /** Below the arguments lies twice what {@code new} left there: in its place comes what another one made. */
            private void makes(String owner, String type) {
                var made = type.substring(0, type.length() - 1) + "L" + owner + ";";
                new Use(called("<init>"), made, owner, Opcodes.INVOKESPECIAL).link(mv);
                for (int twice = 0; twice < 2; twice++) {
                    mv.visitInsn(Opcodes.SWAP);
                    mv.visitInsn(Opcodes.POP);
                }
            }

            @Override
            public void visitMaxs(int stack, int locals) {
                super.visitMaxs(stack + 1, locals);
            }
        };
    }
}
