package himalia.kernel.opened;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The names by which a source would use what is private in a class: of fields, methods and classes in it; for a constructor the class's. */
public final class PrivateNames extends ClassVisitor {
    private final Set<String> names = new HashSet<>();
    private String self = "";

    private PrivateNames() {
        super(Opcodes.ASM9);
    }

    /** Returns those of a class file. */
    public static Set<String> of(byte[] file) {
        var found = new PrivateNames();
        new ClassReader(file)
                .accept(
                        found,
                        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found.names;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        self = name.substring(name.lastIndexOf('$') + 1);
    }

    @Override
    public void visitInnerClass(
            String name, @Nullable String outer, @Nullable String simple, int access) {
        if (simple != null) {
            note(access, simple);
        }
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access,
            String name,
            String descriptor,
            @Nullable String signature,
            @Nullable Object value) {
        note(access, name);
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access,
            String name,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] exceptions) {
        note(access, name.equals("<init>") ? self : name);
        return null;
    }

    private void note(int access, String name) {
        if ((access & Opcodes.ACC_PRIVATE) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0) {
            names.add(name);
        }
    }
}
