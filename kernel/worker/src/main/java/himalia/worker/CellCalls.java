package himalia.worker;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.HashMap;
import java.util.Map;

/**
 * The calls of cells' methods from classes and lambdas, which outlive a cell: linked so that they reach the method that was
 * declared last. A class whose objects are kept need not be made anew because a method that it calls says something else.
 */
public final class CellCalls {
    /** The method that runs a cell, called once and by us. */
    static final String RUN = "do_it$";

    private static final String CLASSES = "REPL/$Cell";
    private static final MethodHandles.Lookup LOOKUP = REPL.Anchor.lookup();
    private static final Map<Callee, MutableCallSite> SITES = new HashMap<>();

    /** Where the methods of a name are now that a cell's class had. */
    private static final Map<Member, String> MOVED = new HashMap<>();

    private record Member(String owner, String name) {}

    private record Callee(Member member, MethodType type) {}

    private CellCalls() {}

    /** Links a woven {@code invokedynamic}; {@code owner} is the full name of the class that the call was compiled for. */
    public static synchronized CallSite bootstrap(
            MethodHandles.Lookup caller, String name, MethodType type, String owner)
            throws ReflectiveOperationException {
        var callee = new Callee(new Member(owner, name), type);
        var known = SITES.get(callee);
        if (known != null) {
            return known;
        }
        var site = new MutableCallSite(latest(callee));
        SITES.put(callee, site);
        return site;
    }

    /** From now on, who calls the methods of a name in {@code from} calls those in {@code to}; its own again, where both are one. */
    static synchronized void move(String from, String to, String name) {
        var member = new Member(from, name);
        if (from.equals(to)) {
            MOVED.remove(member);
        } else {
            MOVED.put(member, to);
        }
        for (var each : SITES.entrySet()) {
            if (each.getKey().member().name().equals(name)) {
                turn(each.getValue(), each.getKey());
            }
        }
        MutableCallSite.syncAll(SITES.values().toArray(MutableCallSite[]::new));
    }

    private static void turn(MutableCallSite site, Callee callee) {
        try {
            site.setTarget(latest(callee));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(callee + " cannot be called where it is now", e);
        }
    }

    /** Returns the method that was declared last, as long as it had those types. */
    private static MethodHandle latest(Callee callee) throws ReflectiveOperationException {
        var found = find(callee.member().owner(), callee);
        var next = MOVED.get(callee.member());
        while (next != null) {
            try {
                found = find(next, callee);
            } catch (NoSuchMethodException e) {
                // From here on the name is another method's, as it is in JShell.
                return found;
            }
            next = MOVED.get(new Member(next, callee.member().name()));
        }
        return found;
    }

    private static MethodHandle find(String owner, Callee callee)
            throws ReflectiveOperationException {
        var type = Class.forName(owner, false, LOOKUP.lookupClass().getClassLoader());
        return LOOKUP.findStatic(type, callee.member().name(), callee.type());
    }

    /** Returns whether a call is one of a cell's method: {@code owner} is the class of a cell. */
    static boolean isOfCell(String owner, String name) {
        return isCell(owner) && !name.equals(RUN) && !name.startsWith("lambda$");
    }

    /** Returns whether a class is inside the class of a cell. */
    static boolean isInsideCell(String type) {
        return type.startsWith(CLASSES) && type.indexOf('$', CLASSES.length()) > 0;
    }

    /** Returns whether a class is made of a cell, and not one that a cell declared. */
    static boolean isCell(String type) {
        return type.startsWith(CLASSES) && type.indexOf('$', CLASSES.length()) < 0;
    }
}
