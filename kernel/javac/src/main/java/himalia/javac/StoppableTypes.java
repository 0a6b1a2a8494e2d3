package himalia.javac;

import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.TypeVar;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.List;
import com.sun.tools.javac.util.ListBuffer;

/**
 * The compiler's relations of types, which ask whether it is to go on: what takes it minutes, as a call with hundreds of generic
 * calls for arguments does, is all questions of subtypes and substitutions. With thousands it compares lists of variables for
 * minutes between two of these; so the variables ask, too.
 */
final class StoppableTypes extends Types {
    private final StopCheck check;

    private StoppableTypes(Context context, StopCheck check) {
        super(context);
        this.check = check;
    }

    /** Sees to it that the types of {@code context} are these, once they are made. */
    static void prepare(Context context, StopCheck check) {
        if (context.get(typesKey) == null) {
            Context.Factory<Types> factory = made -> new StoppableTypes(made, check);
            context.put(typesKey, factory);
        }
    }

    @Override
    public Type subst(Type type, List<Type> from, List<Type> to) {
        // The constructor above asks as well.
        if (check != null) {
            check.ask();
        }
        return super.subst(type, from, to);
    }

    @Override
    public boolean isSubtype(Type type, Type of, boolean capture) {
        if (check != null) {
            check.ask();
        }
        return super.isSubtype(type, of, capture);
    }

    @Override
    public List<Type> newInstances(List<Type> variables) {
        var made = new ListBuffer<Type>();
        for (var each : variables) {
            if (check == null || each.isAnnotated()) {
                return super.newInstances(variables);
            }
            made.add(new Variable((TypeVar) each, check));
        }
        var all = made.toList();
        for (var each : all) {
            ((TypeVar) each).setUpperBound(subst(each.getUpperBound(), variables, all));
        }
        return all;
    }

    /** A variable of a generic method that is called: what the compiler finds a type for. */
    private static final class Variable extends TypeVar {
        private final StopCheck check;

        Variable(TypeVar like, StopCheck check) {
            super(like.tsym, like.getUpperBound(), like.getLowerBound());
            this.check = check;
        }

        /** As every type is compared. */
        @Override
        public boolean equals(Object other) {
            check.askSeldom();
            return this == other;
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }
}
