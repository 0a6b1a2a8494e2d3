package himalia.remote;

import himalia.remote.Uses.Member;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Where the reach of a job begins: at the objects that it is made of. */
final class Roots {
    private final Reach reach;

    Roots(Reach reach) {
        this.reach = reach;
    }

    /**
     * Adds the classes of an object, and of all that is written with it.
     *
     * @throws IOException if it cannot be written
     */
    void add(@Nullable Object object) throws IOException {
        try (var written = new Written(OutputStream.nullOutputStream())) {
            written.writeObject(object);
            written.classes().forEach(this::add);
            for (var lambda : written.lambdas()) {
                reach.type(lambda.getCapturingClass());
                reach.type(lambda.getFunctionalInterfaceClass());
                reach.method(
                        new Member(
                                lambda.getImplClass(),
                                lambda.getImplMethodName(),
                                lambda.getImplMethodSignature()));
            }
        }
    }

    private void add(Class<?> type) {
        var element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        if (!element.isPrimitive()) {
            reach.type(Type.getInternalName(element));
        }
    }
}
