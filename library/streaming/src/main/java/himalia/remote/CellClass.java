package himalia.remote;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A class of a cell, read: what each of its methods names, and what it names itself. */
final class CellClass extends ClassVisitor {
    static final String PACKAGE = "REPL/";
    static final String INITIALISER = "<clinit>";

    /** What reads a lambda back; it is called by nobody's code. */
    static final String LAMBDAS = "$deserializeLambda$";

    /** Classes that a cell is: their variables are the notebook's, and most of their code is not the job's. */
    private static final Pattern HOLDER = Pattern.compile("REPL/\\$(Cell\\d+|JShell\\$\\d+[A-Z]*)");

    private final byte[] bytes;
    private final Uses own = new Uses();
    private final Map<String, Uses> methods = new LinkedHashMap<>();
    private final Map<String, Integer> statics = new HashMap<>();

    CellClass(byte[] bytes) {
        super(Opcodes.ASM9);
        this.bytes = bytes;
        new ClassReader(bytes).accept(this, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    static boolean isOfCell(String name) {
        return name.startsWith(PACKAGE);
    }

    static boolean isHolder(String name) {
        return HOLDER.matcher(name).matches();
    }

    static String key(String name, String descriptor) {
        return name + descriptor;
    }

    byte[] bytes() {
        return bytes;
    }

    /** What it names besides its methods. */
    Uses own() {
        return own;
    }

    Map<String, Uses> methods() {
        return methods;
    }

    @Nullable Uses method(String name, String descriptor) {
        return methods.get(key(name, descriptor));
    }

    /** Whether it has a static variable that can change, or is set as the cell runs. */
    boolean isVariable(String name) {
        var access = statics.get(name);
        return access != null && (access & Opcodes.ACC_FINAL) == 0;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String parent,
            String... interfaces) {
        own.type(Type.getObjectType(Objects.requireNonNullElse(parent, "java/lang/Object")));
        for (var each : interfaces) {
            own.type(Type.getObjectType(each));
        }
    }

    @Override
    public void visitNestHost(String host) {
        own.type(Type.getObjectType(host));
    }

    @Override
    public void visitOuterClass(String owner, @Nullable String name, @Nullable String descriptor) {
        own.type(Type.getObjectType(owner));
    }

    @Override
    public void visitPermittedSubclass(String type) {
        own.type(Type.getObjectType(type));
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access,
            String name,
            String descriptor,
            @Nullable String signature,
            @Nullable Object value) {
        if ((access & Opcodes.ACC_STATIC) == 0) {
            own.type(Type.getType(descriptor));
        } else {
            statics.put(name, access);
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access,
            String name,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] thrown) {
        var uses = new Uses();
        uses.type(Type.getMethodType(descriptor));
        methods.put(key(name, descriptor), uses);
        return uses;
    }
}
