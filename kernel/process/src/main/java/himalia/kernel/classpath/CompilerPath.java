package himalia.kernel.classpath;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * The class path of the compiler, in order: what it has from the start, what was added, and what it opens by need. Under
 * the compiler's lock, but for {@link #addLater}.
 */
public final class CompilerPath {
    private final JarGroups groups;
    private final JarReferences references;
    private final List<String> core;
    private final List<String> users;
    private final List<String> path;

    /** Jars that stand before all others; who was given the list sees every change. */
    private final List<String> first = new ArrayList<>();

    private final List<String> pending = new ArrayList<>();
    private final List<String> added = new ArrayList<>();
    private final AddedJars jars = new AddedJars();
    private final TypeIndex types = new TypeIndex();
    private boolean typesRead;

    /** Begins with what the compiler has from the start. */
    public CompilerPath(CompilerJars jars) {
        groups = jars.groups();
        references = new JarReferences(groups::knows);
        core = jars.known();
        users = jars.users();
        path = new ArrayList<>(core);
    }

    /** Returns all of it, as it is now, without files of the user's that are no jars any more. */
    public List<String> all() {
        var users = new HashSet<>(ofUser());
        var readable = new HashSet<>(jars.readable(ofUser()));
        return path.stream().filter(jar -> !users.contains(jar) || readable.contains(jar)).toList();
    }

    /** Returns what is known of the files that were added. */
    public AddedJars jars() {
        return jars;
    }

    /** Returns the jars that stand before all others; changes with them. */
    public List<String> first() {
        return first;
    }

    /** Returns the jars and folders that are the user's. */
    public List<String> ofUser() {
        var jars = new ArrayList<>(first);
        jars.addAll(users);
        jars.addAll(added);
        return jars;
    }

    /** Returns where types are that nobody imported. */
    public TypeIndex types() {
        if (!typesRead) {
            typesRead = true;
            types.add(groups.classes());
        }
        types.addJars(ofUser());
        return types;
    }

    /** Returns where types are that nobody imported, those of libraries too whose packages no cell has named. */
    public TypeIndex preloadedTypes() {
        var known = types();
        known.addJars(groups.all());
        return known;
    }

    /** Returns whether everybody may name a type, given by its full name. */
    public boolean isPublic(String type) {
        return PublicTypes.ofJdk(type) || PublicTypes.in(placesOf(packageOf(type)), type);
    }

    /** Returns whether a type, given by its full name, is public in a jar or folder of the user's. */
    public boolean isOfUser(String type) {
        return PublicTypes.in(ofUser(), type);
    }

    private static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }

    /** Appends the jars that these names need and that are not there; returns them. */
    public List<String> addFor(Collection<String> names) {
        var jars = groups.jarsFor(names);
        path.addAll(jars);
        return jars;
    }

    /** Has jars added later; may be called at any time. */
    public void addLater(List<String> jars) {
        // Read now, while nobody waits for the compiler.
        references.of(jars);
        synchronized (pending) {
            pending.addAll(jars);
        }
    }

    /** Appends the jars that waited, and what they need; returns them all. */
    public List<String> addPending() {
        List<String> jars;
        synchronized (pending) {
            jars = List.copyOf(pending);
            pending.clear();
            added.addAll(jars);
        }
        var fresh = new ArrayList<>(jars);
        fresh.addAll(groups.jarsFor(references.of(jars)));
        path.addAll(fresh);
        return fresh;
    }

    /** Returns the jars and folders that may have a package, the first to be looked into first. */
    public List<String> placesOf(String name) {
        var places = jarsOfPackage(name);
        places.addAll(core);
        return places;
    }

    /** Returns the same without those that are there from the start. */
    public List<String> jarsOfPackage(String name) {
        var jars = new ArrayList<>(first);
        jars.addAll(groups.jarsOfPackage(name));
        jars.addAll(added);
        return jars;
    }

    /** Says which jars stand before all others, those of the library included. */
    public void first(List<String> jars) {
        path.removeAll(first);
        path.removeAll(jars);
        first.clear();
        first.addAll(jars);
        path.addAll(0, first);
        path.addAll(groups.jarsFor(references.of(first)));
    }

    /** Begins anew; the jars that were added stay only where they are to be kept. */
    public void reset(boolean keepJars) {
        if (!keepJars) {
            first.clear();
            jars.clear();
        }
        path.clear();
        groups.forget();
        path.addAll(first);
        path.addAll(core);
        path.addAll(groups.jarsFor(references.of(first)));
        synchronized (pending) {
            pending.clear();
            if (keepJars) {
                pending.addAll(added);
            }
            added.clear();
        }
    }
}
