package himalia.kernel.opened;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Class files as a compiler is to read them that imports none but public types by their names. */
public final class OpenedTypes {
    private OpenedTypes() {}

    /**
     * Returns files in which some types are public; none of them is to be run.
     *
     * @param files by binary names
     * @param types binary names
     */
    public static Map<String, byte[]> in(Map<String, byte[]> files, Set<String> types) {
        var names = types.stream().map(each -> each.replace('.', '/')).collect(Collectors.toSet());
        var read = new LinkedHashMap<>(files);
        read.replaceAll((name, file) -> opened(file, names));
        return read;
    }

    private static byte[] opened(byte[] file, Set<String> names) {
        var reader = new ClassReader(file);
        var writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visitInnerClass(
                            String name, String outer, String inner, int access) {
                        // What it says of a nested type, and not the type's own file, is read.
                        int more = names.contains(name) ? Opcodes.ACC_PUBLIC : 0;
                        super.visitInnerClass(name, outer, inner, access | more);
                    }
                },
                0);
        return writer.toByteArray();
    }
}
