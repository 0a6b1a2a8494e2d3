package himalia.remote;

import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What the code of a method names: classes, methods, and variables that it reads and sets. */
final class Uses extends MethodVisitor {
    /** A method or a static variable of a class, all by the names that class files have. */
    record Member(String owner, String name, String descriptor) {}

    private final Set<String> classes = new LinkedHashSet<>();
    private final Set<Member> methods = new LinkedHashSet<>();
    private final Set<Member> read = new LinkedHashSet<>();
    private final Set<Member> set = new LinkedHashSet<>();

    Uses() {
        super(Opcodes.ASM9);
    }

    Set<String> classes() {
        return classes;
    }

    Set<Member> methods() {
        return methods;
    }

    Set<Member> read() {
        return read;
    }

    Set<Member> set() {
        return set;
    }

    void type(Type type) {
        switch (type.getSort()) {
            case Type.ARRAY -> type(type.getElementType());
            case Type.OBJECT -> classes.add(type.getInternalName());
            case Type.METHOD -> {
                type(type.getReturnType());
                for (var argument : type.getArgumentTypes()) {
                    type(argument);
                }
            }
            default -> {}
        }
    }

    private void constant(Object value) {
        if (value instanceof Type type) {
            type(type);
        } else if (value instanceof Handle handle) {
            method(handle.getOwner(), handle.getName(), handle.getDesc());
        } else if (value instanceof ConstantDynamic dynamic) {
            constant(dynamic.getBootstrapMethod());
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                constant(dynamic.getBootstrapMethodArgument(i));
            }
        }
    }

    private void method(String owner, String name, String descriptor) {
        type(Type.getObjectType(owner));
        if (descriptor.startsWith("(")) {
            type(Type.getMethodType(descriptor));
            methods.add(new Member(owner, name, descriptor));
        }
    }

    @Override
    public void visitTypeInsn(int code, String type) {
        type(Type.getObjectType(type));
    }

    @Override
    public void visitFieldInsn(int code, String owner, String name, String descriptor) {
        type(Type.getObjectType(owner));
        type(Type.getType(descriptor));
        if (code == Opcodes.GETSTATIC) {
            read.add(new Member(owner, name, descriptor));
        } else if (code == Opcodes.PUTSTATIC) {
            set.add(new Member(owner, name, descriptor));
        }
    }

    @Override
    public void visitMethodInsn(
            int code, String owner, String name, String descriptor, boolean isInterface) {
        method(owner, name, descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(
            String name, String descriptor, Handle bootstrap, Object... arguments) {
        type(Type.getMethodType(descriptor));
        constant(bootstrap);
        for (var argument : arguments) {
            constant(argument);
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        constant(value);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        type(Type.getType(descriptor));
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        if (type != null) {
            classes.add(type);
        }
    }
}
