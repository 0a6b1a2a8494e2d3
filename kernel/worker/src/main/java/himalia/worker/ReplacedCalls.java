package himalia.worker;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Calls of the JDK in place of which the user's classes call us: what ends the process, starts another, or reads what a person types. */
final class ReplacedCalls {
    private ReplacedCalls() {}

    /** Writes what is called instead; returns whether anything is. */
    static boolean write(
            MethodVisitor next, int opcode, String owner, String name, String descriptor) {
        if (opcode == Opcodes.INVOKESTATIC
                && owner.equals("java/lang/System")
                && name.equals("exit")) {
            call(next, "Exits", name, descriptor);
        } else if (owner.equals("java/lang/Runtime")
                && descriptor.equals("(I)V")
                && (name.equals("exit") || name.equals("halt"))) {
            call(next, "Exits", name, "(Ljava/lang/Runtime;I)V");
        } else if (owner.equals("java/lang/ProcessBuilder")
                && name.equals("start")
                && descriptor.startsWith("()")) {
            call(next, "Launches", name, "(Ljava/lang/ProcessBuilder;)Ljava/lang/Process;");
        } else if (opcode == Opcodes.INVOKESPECIAL
                && owner.equals("java/util/Scanner")
                && descriptor.startsWith("(Ljava/io/InputStream;")) {
            call(next, "ScannerSource", "of", descriptor.replace(")V", ")Ljava/lang/Readable;"));
            next.visitMethodInsn(opcode, owner, name, "(Ljava/lang/Readable;)V", false);
        } else {
            return false;
        }
        return true;
    }

    private static void call(MethodVisitor next, String type, String name, String descriptor) {
        next.visitMethodInsn(
                Opcodes.INVOKESTATIC, "himalia/worker/" + type, name, descriptor, false);
    }
}
