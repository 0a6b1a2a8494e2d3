package himalia.kernel.opened;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The fields, methods and constructors that are private in some classes. */
public final class PrivateMembers {
    private final Set<String> members = new HashSet<>();

    /** Adds those of a class file. */
    public void addAllOf(byte[] file) {
        var reader = new ClassReader(file);
        var owner = reader.getClassName();
        var reading =
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public @Nullable FieldVisitor visitField(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            @Nullable Object value) {
                        note(access, owner, name, descriptor);
                        return null;
                    }

                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        note(access, owner, name, descriptor);
                        return null;
                    }
                };
        reader.accept(
                reading, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    private void note(int access, String owner, String name, String descriptor) {
        if ((access & Opcodes.ACC_PRIVATE) != 0) {
            members.add(owner + "." + name + descriptor);
        }
    }

    /** Returns whether a member of a class is one of them. */
    public boolean has(String owner, String name, String descriptor) {
        return members.contains(owner + "." + name + descriptor);
    }
}
