package himalia.install.assembly;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** One class file: its name, and the internal names of the types that its public and protected signatures name. */
final class SignatureScan extends ClassVisitor {
    private static final int VISIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

    private final Set<String> named = new LinkedHashSet<>();
    private String name = "";
    private String sourceName = "";
    private int access;
    private @Nullable String outer;
    private boolean local;

    SignatureScan() {
        super(Opcodes.ASM9);
    }

    String name() {
        return name;
    }

    /** Returns the name as Java source writes it: dots, nested classes too. */
    String sourceName() {
        return sourceName;
    }

    boolean isPublic() {
        return (access & Opcodes.ACC_PUBLIC) != 0 && !local;
    }

    /** Returns the class that this one is nested in, or null. */
    @Nullable String outer() {
        return outer;
    }

    Set<String> named() {
        return named;
    }

    @Override
    public void visit(
            int version,
            int flags,
            String internalName,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        name = internalName;
        sourceName = internalName.replace('/', '.');
        access = flags;
        if (signature != null) {
            new SignatureReader(signature).accept(new Names());
        }
        if (superName != null) {
            named.add(superName);
        }
        if (interfaces != null) {
            named.addAll(Set.of(interfaces));
        }
    }

    @Override
    public void visitInnerClass(
            String inner, @Nullable String around, @Nullable String simple, int flags) {
        if (!inner.equals(name)) {
            return;
        }
        access = flags;
        outer = around;
        local = around == null || simple == null;
        if (!local) {
            sourceName = sourceName.replace('$', '.');
        }
    }

    @Override
    public void visitOuterClass(
            String owner, @Nullable String method, @Nullable String descriptor) {
        local = true;
    }

    @Override
    public @Nullable RecordComponentVisitor visitRecordComponent(
            String component, String descriptor, @Nullable String signature) {
        add(Type.getType(descriptor), signature, true);
        return null;
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int flags,
            String field,
            String descriptor,
            @Nullable String signature,
            @Nullable Object value) {
        if ((flags & VISIBLE) != 0) {
            add(Type.getType(descriptor), signature, true);
        }
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int flags,
            String method,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] exceptions) {
        if ((flags & VISIBLE) != 0) {
            for (var argument : Type.getArgumentTypes(descriptor)) {
                add(argument, null, false);
            }
            add(Type.getReturnType(descriptor), signature, false);
            if (exceptions != null) {
                named.addAll(Set.of(exceptions));
            }
        }
        return null;
    }

    private void add(Type type, @Nullable String signature, boolean ofField) {
        var element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT) {
            named.add(element.getInternalName());
        }
        if (signature != null && ofField) {
            new SignatureReader(signature).acceptType(new Names());
        } else if (signature != null) {
            new SignatureReader(signature).accept(new Names());
        }
    }

    private final class Names extends SignatureVisitor {
        Names() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitClassType(String internalName) {
            named.add(internalName);
        }
    }
}
