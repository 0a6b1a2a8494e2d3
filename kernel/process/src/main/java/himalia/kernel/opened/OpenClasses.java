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
 * Class files as the compiler is to see them where it may use what is private in them. For an expression local classes have
 * names too, and nothing but constructors is hidden; for code that stood beside a class just its private members and constructors
 * are open.
 */
public final class OpenClasses {
    /** How the names of classes begin that were made from cells. */
    private static final String OF_CELLS = "REPL/$";

    private static final int HIDING = Opcodes.ACC_PRIVATE | Opcodes.ACC_PROTECTED;

    private final boolean all;
    private final Set<String> opened = new HashSet<>();

    private OpenClasses(boolean all) {
        this.all = all;
    }

    /** Returns classes for an expression, which may name whatever there is, by subclasses too. */
    public static OpenClasses forExpression() {
        return new OpenClasses(true);
    }

    /** Returns classes for code that names their private members by the classes themselves. */
    public static OpenClasses forNeighbours() {
        return new OpenClasses(false);
    }

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

    /** Returns whether a member of the name and descriptor was private in its owner, for an expression in one of the files. */
    boolean opened(String owner, String name, String descriptor) {
        return all
                ? owner.startsWith(OF_CELLS) && opened.contains(name + descriptor)
                : opened.contains(owner + "." + name + descriptor);
    }

    private int open(int access, String owner, String name, String descriptor) {
        if ((access & Opcodes.ACC_PRIVATE) != 0) {
            opened.add(all ? name + descriptor : owner + "." + name + descriptor);
        }
        return open(access);
    }

    private int open(int access) {
        return all || (access & Opcodes.ACC_PRIVATE) != 0
                ? access & ~HIDING | Opcodes.ACC_PUBLIC
                : access;
    }

    private final class Opening extends ClassVisitor {
        private String owner = "";

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
            owner = name;
            super.visit(version, open(access), name, signature, superName, interfaces);
        }

        @Override
        public void visitOuterClass(
                String outer, @Nullable String method, @Nullable String descriptor) {
            // For an expression a local class is one of its package, so that it can be named.
            if (!all) {
                super.visitOuterClass(outer, method, descriptor);
            }
        }

        @Override
        public void visitInnerClass(
                String name, @Nullable String outer, @Nullable String simple, int access) {
            if (!all || outer != null && simple != null) {
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
                    open(access, owner, name, descriptor), name, descriptor, signature, value);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            boolean hidden = all && name.startsWith("<");
            int opened = hidden ? access : open(access, owner, name, descriptor);
            return super.visitMethod(opened, name, descriptor, signature, exceptions);
        }
    }
}
