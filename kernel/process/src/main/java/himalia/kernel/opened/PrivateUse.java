package himalia.kernel.opened;

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
    private static final Handle REACH =
            new Handle(
                    Opcodes.H_INVOKESTATIC,
                    "himalia/worker/PrivateAccess",
                    "bootstrap",
                    "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                            + "Ljava/lang/Class;I)Ljava/lang/invoke/CallSite;",
                    false);

    private final OpenClasses opened;

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
                mv.visitInvokeDynamicInsn(field, used, REACH, Type.getObjectType(owner), opcode);
            }

            @Override
            public void visitInvokeDynamicInsn(
                    String called, String type, Handle bootstrap, Object... arguments) {
                for (var each : arguments) {
                    if (each instanceof Handle handle) {
                        opened.refersTo(handle.getOwner(), handle.getName(), handle.getDesc());
                    }
                }
                super.visitInvokeDynamicInsn(called, type, bootstrap, arguments);
            }

            @Override
            public void visitMethodInsn(
                    int opcode, String owner, String called, String type, boolean ofInterface) {
                // What is special is a constructor, or a method of a superclass.
                if (opcode == Opcodes.INVOKESPECIAL || !opened.opened(owner, called, type)) {
                    super.visitMethodInsn(opcode, owner, called, type, ofInterface);
                    return;
                }
                boolean onClass = opcode == Opcodes.INVOKESTATIC;
                var used = onClass ? type : "(L" + owner + ";" + type.substring(1);
                mv.visitInvokeDynamicInsn(called, used, REACH, Type.getObjectType(owner), opcode);
            }
        };
    }
}
