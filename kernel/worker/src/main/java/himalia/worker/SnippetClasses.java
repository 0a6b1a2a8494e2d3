package himalia.worker;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The classes of the user's snippets, defined into the application's own class loader. */
final class SnippetClasses {
    private static final String JSHELL = "REPL.$JShell$";

    /** JShell's wrapper classes: a number for the snippet, letters for each time it was made anew. */
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$(\\d+)[A-Z]*");

    /** Classes that hold a cell's variables. */
    private static final Pattern OF_CELL =
            Pattern.compile("REPL\\.\\$(Cell\\d+|JShell\\$\\d+[A-Z]*)");

    private final MethodHandles.Lookup lookup = REPL.Anchor.lookup();
    private final Map<String, Class<?>> loaded = new HashMap<>();

    /** Classes that are defined, while others that came with them are not: what would run with these alone must not. */
    private final Map<String, Class<?>> half = new HashMap<>();

    /** As the compiler wrote them, for who sends them elsewhere. */
    private final Map<String, byte[]> written = new HashMap<>();

    private final Map<String, Class<?>> latestOfSnippet = new HashMap<>();

    /** A class of JShell's, and the one before it. */
    private record MadeAnew(Class<?> before, Class<?> after) {}

    private final List<MadeAnew> madeAnew = new ArrayList<>();

    /** One class file. */
    record ClassFile(String name, byte[] bytes) {}

    /** Defines classes, in whatever order their superclasses ask for. */
    synchronized void load(List<ClassFile> files) {
        define(files);
        // Only now: to look at a field is to initialise its class, which may want any of the
        // others.
        var made = List.copyOf(madeAnew);
        madeAnew.clear();
        made.forEach(each -> carryOver(each.before(), each.after()));
    }

    private void define(List<ClassFile> files) {
        var waiting = new ArrayList<>(files);
        while (!waiting.isEmpty()) {
            var later = new ArrayList<ClassFile>();
            NoClassDefFoundError missing = null;
            for (var file : waiting) {
                if (loaded.containsKey(file.name()) || half.containsKey(file.name())) {
                    continue;
                }
                try {
                    half.put(file.name(), lookup.defineClass(Weaver.weave(file.bytes())));
                } catch (NoClassDefFoundError e) {
                    var defined = defined(file.name());
                    if (defined.isPresent()) {
                        // Only its verification wanted a class that comes after it: first use
                        // repeats that.
                        half.put(file.name(), defined.get());
                    } else {
                        missing = e;
                        later.add(file);
                    }
                } catch (IllegalAccessException e) {
                    throw new LinkageError("cannot define " + file.name(), e);
                }
            }
            if (missing != null && later.size() == waiting.size()) {
                throw missing;
            }
            waiting = later;
        }
        for (var file : files) {
            var type = half.remove(file.name());
            if (type != null) {
                written.put(file.name(), file.bytes());
                keep(file.name(), type);
            }
        }
    }

    private Optional<Class<?>> defined(String name) {
        try {
            return Optional.of(Class.forName(name, false, lookup.lookupClass().getClassLoader()));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Defines and initialises the class of an expression of the debugger, which is the first of these. */
    void watch(List<ClassFile> files) {
        load(files);
        var type = find(files.get(0).name());
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new LinkageError("it was defined just now", e);
        }
    }

    /** Returns a loaded class. */
    synchronized Class<?> find(String name) {
        var found = loaded.get(name);
        if (found == null) {
            throw new NoClassDefFoundError(name);
        }
        return found;
    }

    /** Returns a method without parameters of a loaded class, as a handle: what a reflective call needs is made anew for each method. */
    MethodHandle method(String className, String name) throws ReflectiveOperationException {
        return lookup.unreflect(find(className).getDeclaredMethod(name));
    }

    /** Returns the class file of a loaded class, without what was woven into it. */
    synchronized Optional<byte[]> file(String name) {
        return Optional.ofNullable(written.get(name)).map(byte[]::clone);
    }

    /** Returns what a variable holds. */
    @Nullable Object value(String className, String variable) throws ReflectiveOperationException {
        var field = find(className).getDeclaredField(variable);
        field.setAccessible(true);
        return field.get(null);
    }

    /** Returns whether a variable of the user's, in whichever cell, holds this very object. */
    synchronized boolean hold(@Nullable Object value) {
        for (var loadedClass : loaded.entrySet()) {
            // Looking into a class of the user's own would run its initialiser.
            var type = loadedClass.getValue();
            if (!OF_CELL.matcher(loadedClass.getKey()).matches()) {
                continue;
            }
            for (var field : type.getDeclaredFields()) {
                // The compiler keeps values of expressions in variables of its own.
                if (Modifier.isStatic(field.getModifiers())
                        && !field.getType().isPrimitive()
                        && !field.getName().startsWith("$")
                        && holds(field, value)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(Field field, @Nullable Object value) {
        try {
            field.setAccessible(true);
            return field.get(null) == value;
        } catch (IllegalAccessException | LinkageError e) {
            return false;
        }
    }

    private void keep(String name, Class<?> type) {
        loaded.put(name, type);
        if (!name.startsWith(JSHELL)) {
            // Nearly all: a pattern tried on each makes the JIT compile it, in a hundred megabytes.
            return;
        }
        var wrapper = WRAPPER.matcher(name);
        if (wrapper.matches()) {
            var before = latestOfSnippet.put(wrapper.group(1), type);
            if (before != null) {
                madeAnew.add(new MadeAnew(before, type));
            }
        }
    }

    /**
     * JShell makes a snippet's class anew where something it names changed; the variables in it would silently start
     * from null, so their values are carried over where the type is still the same.
     */
    private static void carryOver(Class<?> before, Class<?> after) {
        for (var field : after.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && !Modifier.isFinal(field.getModifiers())) {
                copy(before, field);
            }
        }
    }

    private static void copy(Class<?> before, Field field) {
        try {
            var old = before.getDeclaredField(field.getName());
            if (old.getType() == field.getType()) {
                old.setAccessible(true);
                field.setAccessible(true);
                field.set(null, old.get(null));
            }
        } catch (ReflectiveOperationException e) {
            // No such variable before: it starts as the user wrote it.
        }
    }
}
