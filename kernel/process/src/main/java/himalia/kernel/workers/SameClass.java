package himalia.kernel.workers;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Tells whether two class files say the same. JShell compiles a snippet anew when imports or the class path change; the
 * bytes then differ in the order of their constants only, and a new class would start its variables from null.
 */
final class SameClass {
    private SameClass() {}

    static boolean asBefore(byte @Nullable [] before, byte[] after) {
        return before != null && Arrays.equals(normal(before), normal(after));
    }

    /** The class file with its constants in the order in which they are used. */
    private static byte[] normal(byte[] file) {
        var writer = new ClassWriter(0);
        new ClassReader(file).accept(writer, ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }
}
