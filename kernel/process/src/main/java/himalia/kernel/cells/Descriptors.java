package himalia.kernel.cells;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The types of the parameters and of the result of a class's methods, as the JVM names them. */
final class Descriptors {
    private Descriptors() {}

    /** Returns whether a class has each method of a name that another has: who calls it there can call it here. */
    static boolean hasAll(byte @Nullable [] file, byte @Nullable [] other, String name) {
        if (file == null || other == null) {
            return false;
        }
        try {
            return of(file, name).containsAll(of(other, name));
        } catch (IllegalArgumentException e) {
            // A JVM newer than the reader: no call in its classes is woven, either.
            return false;
        }
    }

    private static Set<String> of(byte[] file, String name) {
        var found = new HashSet<String>();
        new ClassReader(file)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public @Nullable MethodVisitor visitMethod(
                                    int access,
                                    String method,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                if (method.equals(name)) {
                                    found.add(descriptor);
                                }
                                return null;
                            }
                        },
                        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found;
    }

    /** Returns whether the methods of a name that there are have, in a class file, the types that they have now. */
    static boolean areAsBefore(DeclarationRegistry names, String name, byte @Nullable [] file) {
        return names.named(name).stream()
                .filter(entry -> entry.kind() == Entry.Kind.METHOD)
                .allMatch(entry -> hasAll(file, names.classes().file(entry.owner()), name));
    }
}
