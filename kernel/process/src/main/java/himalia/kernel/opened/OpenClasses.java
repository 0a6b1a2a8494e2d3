package himalia.kernel.opened;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Class files as the compiler is to see them for an expression, which may name whatever there is: nothing but constructors is
 * hidden, and local classes have names too.
 */
public final class OpenClasses {
    /** How the names of classes begin that were made from cells. */
    private static final String OF_CELLS = "REPL/$";

    private static final int HIDING = Opcodes.ACC_PRIVATE | Opcodes.ACC_PROTECTED;

    private final Set<String> opened = new HashSet<>();

    /** Returns the files with what was private in them open. */
    public List<byte[]> of(List<byte[]> files) {
        return files.stream().map(this::of).toList();
    }

    /** Returns a file with what was private in it open. */
    public byte[] of(byte[] file) {
        var writer = new ClassWriter(0);
        new ClassReader(file)
                .accept(new Opening(writer), ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    /** Returns whether a member of the name and descriptor was private in a class of cells, this one or one above it. */
    public boolean opened(String owner, String name, String descriptor) {
        return owner.startsWith(OF_CELLS) && opened.contains(name + descriptor);
    }

    private int open(int access, String name, String descriptor) {
        if ((access & Opcodes.ACC_PRIVATE) != 0) {
            opened.add(name + descriptor);
        }
        return open(access);
    }

    private static int open(int access) {
        return access & ~HIDING | Opcodes.ACC_PUBLIC;
    }

    private final class Opening extends ClassVisitor {
        Opening(ClassVisitor next) {
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
            super.visit(version, open(access), name, signature, superName, interfaces);
        }

        @Override
        public void visitOuterClass(
                String outer, @Nullable String method, @Nullable String descriptor) {
            // A local class is one of its package, so that it can be named.
        }

        @Override
        public void visitInnerClass(
                String name, @Nullable String outer, @Nullable String simple, int access) {
            if (outer != null && simple != null) {
                super.visitInnerClass(name, outer, simple, open(access));
            }
        }

        @Override
        public FieldVisitor visitField(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                @Nullable Object value) {
            return super.visitField(
                    open(access, name, descriptor), name, descriptor, signature, value);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            boolean initialises = name.startsWith("<");
            int opened = initialises ? access : open(access, name, descriptor);
            return super.visitMethod(opened, name, descriptor, signature, exceptions);
        }
    }
}
