package himalia.remote;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes a class of a cell for another machine: of a cell only what the job comes to, since the rest names what is not there; and
 * with its variables set as it is initialised.
 */
final class Stripped extends ClassVisitor {
    private final String name;
    private final Set<String> methods;
    private final Set<String> variables;
    private boolean isInitialised;

    private Stripped(ClassVisitor next, String name, Set<String> methods, Set<String> variables) {
        super(Opcodes.ASM9, next);
        this.name = name;
        this.methods = methods;
        this.variables = variables;
    }

    static byte[] of(String name, CellClass type, Set<String> methods, Set<String> variables) {
        if (!CellClass.isHolder(name) && variables.isEmpty()) {
            return type.bytes();
        }
        var writer = new ClassWriter(0);
        new ClassReader(type.bytes()).accept(new Stripped(writer, name, methods, variables), 0);
        return writer.toByteArray();
    }

    private boolean isHolder() {
        return CellClass.isHolder(name);
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access,
            String field,
            String descriptor,
            @Nullable String signature,
            @Nullable Object value) {
        if (isHolder() && !variables.contains(field)) {
            return null;
        }
        int changeable = variables.contains(field) ? access & ~Opcodes.ACC_FINAL : access;
        return super.visitField(changeable, field, descriptor, signature, value);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access,
            String method,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] thrown) {
        boolean isInitialiser = method.equals(CellClass.INITIALISER);
        if (isHolder()
                && (isInitialiser
                        || !method.equals(CellClass.LAMBDAS)
                                && !methods.contains(CellClass.key(method, descriptor)))) {
            return null;
        }
        var written = super.visitMethod(access, method, descriptor, signature, thrown);
        if (!isInitialiser || variables.isEmpty()) {
            return written;
        }
        isInitialised = true;
        return new MethodVisitor(Opcodes.ASM9, written) {
            @Override
            public void visitInsn(int code) {
                if (code == Opcodes.RETURN) {
                    restore(mv);
                }
                super.visitInsn(code);
            }

            @Override
            public void visitMaxs(int stack, int locals) {
                super.visitMaxs(Math.max(1, stack), locals);
            }
        };
    }

    private void restore(MethodVisitor code) {
        code.visitLdcInsn(Type.getObjectType(name));
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                Type.getInternalName(CellVariables.class),
                "restore",
                "(Ljava/lang/Class;)V",
                false);
    }

    @Override
    public void visitEnd() {
        if (!isInitialised && !variables.isEmpty()) {
            var code =
                    super.visitMethod(Opcodes.ACC_STATIC, CellClass.INITIALISER, "()V", null, null);
            code.visitCode();
            restore(code);
            code.visitInsn(Opcodes.RETURN);
            code.visitMaxs(1, 0);
            code.visitEnd();
        }
        super.visitEnd();
    }
}
