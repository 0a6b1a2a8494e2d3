package himalia.worker;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import org.objectweb.asm.Opcodes;

/** Links what code uses of the user's classes though it is private there: an expression of the debugger, and what once stood beside them in a cell. */
public final class PrivateAccess {
    private PrivateAccess() {}

    /** Links one use; {@code opcode} says what it would have been if the member were not private. */
    public static CallSite bootstrap(
            MethodHandles.Lookup caller, String name, MethodType type, Class<?> owner, int opcode)
            throws ReflectiveOperationException {
        ReflectiveOperationException missing = new NoSuchFieldException(name);
        for (var each = owner; each != null && each != Object.class; each = each.getSuperclass()) {
            try {
                var lookup = MethodHandles.privateLookupIn(each, REPL.Anchor.lookup());
                return new ConstantCallSite(find(lookup, each, name, type, opcode).asType(type));
            } catch (NoSuchFieldException | NoSuchMethodException | IllegalAccessException e) {
                missing = e;
            }
        }
        throw missing;
    }

    private static MethodHandle find(
            MethodHandles.Lookup lookup, Class<?> owner, String name, MethodType type, int opcode)
            throws ReflectiveOperationException {
        return switch (opcode) {
            case Opcodes.GETFIELD ->
                    onObject("read field", name, lookup.findGetter(owner, name, type.returnType()));
            case Opcodes.PUTFIELD ->
                    onObject(
                            "assign field",
                            name,
                            lookup.findSetter(owner, name, type.parameterType(1)));
            case Opcodes.GETSTATIC -> lookup.findStaticGetter(owner, name, type.returnType());
            case Opcodes.PUTSTATIC -> lookup.findStaticSetter(owner, name, type.parameterType(0));
            case Opcodes.INVOKESPECIAL ->
                    lookup.findConstructor(owner, type.changeReturnType(void.class));
            case Opcodes.INVOKESTATIC -> lookup.findStatic(owner, name, type);
            default ->
                    onObject(
                            "invoke",
                            name + "()",
                            lookup.findVirtual(owner, name, type.dropParameterTypes(0, 1)));
        };
    }

    /** Has null be answered as the JVM answers it. */
    private static MethodHandle onObject(String what, String name, MethodHandle use)
            throws ReflectiveOperationException {
        var type = use.type().parameterType(0);
        var check =
                MethodHandles.lookup()
                        .findStatic(
                                PrivateAccess.class,
                                "there",
                                MethodType.methodType(Object.class, String.class, Object.class))
                        .bindTo("Cannot %s \"%s\" because its object is null".formatted(what, name))
                        .asType(MethodType.methodType(type, type));
        return MethodHandles.filterArguments(use, 0, check);
    }

    private static Object there(String message, Object object) {
        if (object == null) {
            var thrown = new NullPointerException(message);
            var frames = thrown.getStackTrace();
            // As if the JVM had thrown it.
            thrown.setStackTrace(
                    Arrays.copyOfRange(frames, Math.min(1, frames.length), frames.length));
            throw thrown;
        }
        return object;
    }
}
