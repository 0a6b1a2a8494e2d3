package himalia.kernel.debugger;

import com.sun.jdi.ArrayType;
import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.ClassType;
import com.sun.jdi.Field;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Type;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A type in its three forms; the loaded one is missing where nothing of it exists yet. */
record SourceType(String signature, @Nullable String generic, @Nullable Type loaded) {
    private static final String OBJECT = "java.lang.Object";

    /** A class inside a method has a number before its name, or nothing but a number. */
    private static final Pattern LOCAL = Pattern.compile("\\$\\d");

    /** The type of a local variable, whose generic form may be known from elsewhere. */
    static SourceType of(LocalVariable variable, @Nullable String generic) {
        return new SourceType(variable.signature(), generic, loaded(variable));
    }

    /** The type of a field, likewise. */
    static SourceType of(Field field, @Nullable String generic) {
        return new SourceType(field.signature(), generic, loaded(field));
    }

    /** Returns the type of a local variable as source. */
    static String of(LocalVariable variable) {
        return of(variable, variable.genericSignature()).text(Set.of());
    }

    /** Returns the type of a local variable as source of other cells can name it. */
    static String outside(LocalVariable variable) {
        var type = of(variable);
        return LOCAL.matcher(type).find() ? outside(loaded(variable)) : type;
    }

    /** Returns the type of a field as source. */
    static String of(Field field) {
        return of(field, field.genericSignature()).text(Set.of());
    }

    /** Returns a type that source can name, the nearest above where this one has no name there. */
    String text(Set<String> known) {
        var above = nameable(loaded);
        if (!above.isEmpty()) {
            return above;
        }
        if (generic != null) {
            var written = TypeSignatures.type(generic);
            if (known.containsAll(written.variables())) {
                return written.text();
            }
        }
        return TypeSignatures.type(signature).text();
    }

    /** The nearest type above a local class. */
    private static String outside(@Nullable Type type) {
        if (!(type instanceof ClassType known)) {
            return OBJECT;
        }
        for (var each : known.interfaces()) {
            return TypeSignatures.name(each.name());
        }
        var above = known.superclass();
        var name = above == null ? OBJECT : TypeSignatures.name(above.name());
        return LOCAL.matcher(name).find() ? outside(above) : name;
    }

    private static String nameable(@Nullable Type type) {
        if (type instanceof ArrayType array) {
            try {
                var element = nameable(array.componentType());
                return element.isEmpty() ? "" : element + "[]";
            } catch (ClassNotLoadedException e) {
                return "";
            }
        }
        if (!(type instanceof ClassType known)
                || CellCode.isOfUser(known.name())
                || known.isPublic()) {
            return "";
        }
        for (var each : known.interfaces()) {
            if (each.isPublic()) {
                return TypeSignatures.name(each.name());
            }
        }
        var above = known.superclass();
        if (above == null) {
            return OBJECT;
        }
        var name = nameable(above);
        return name.isEmpty() ? TypeSignatures.name(above.name()) : name;
    }

    private static @Nullable Type loaded(LocalVariable variable) {
        try {
            return variable.type();
        } catch (ClassNotLoadedException e) {
            return null;
        }
    }

    private static @Nullable Type loaded(Field field) {
        try {
            return field.type();
        } catch (ClassNotLoadedException e) {
            return null;
        }
    }
}
