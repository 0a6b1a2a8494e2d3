package himalia.remote;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Hears of which classes and lambdas objects are, as they are serialised. */
final class Written extends ObjectOutputStream {
    private final Set<Class<?>> classes = new LinkedHashSet<>();
    private final List<SerializedLambda> lambdas = new ArrayList<>();

    Written(OutputStream to) throws IOException {
        super(to);
        enableReplaceObject(true);
    }

    @Override
    protected void annotateClass(Class<?> type) {
        classes.add(type);
    }

    @Override
    protected Object replaceObject(Object object) {
        if (object instanceof SerializedLambda lambda) {
            lambdas.add(lambda);
        }
        return object;
    }

    Set<Class<?>> classes() {
        return classes;
    }

    List<SerializedLambda> lambdas() {
        return lambdas;
    }
}
