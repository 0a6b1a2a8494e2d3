package himalia.javac;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.Env;
import com.sun.tools.javac.comp.Resolve;
import com.sun.tools.javac.util.Context;

/**
 * The compiler's search for what a name means, to which a member that is private in another class is one as in the own class where
 * a {@link Grant} says so: overloads, inherited names and names of the classes around are found as if both were nested in one, or as
 * if both were not.
 *
 * <p>What it compiles so, the JVM refuses, until it is linked otherwise.
 */
final class GrantingResolve extends Resolve {
    private final Types relations;
    private final Grants grants;

    private GrantingResolve(Context context, Grants grants) {
        super(context);
        this.relations = Types.instance(context);
        this.grants = grants;
    }

    /** Sees to it that the names of {@code context} are looked for so, once any is. */
    static void prepare(Context context, Grants grants) {
        if (context.get(resolveKey) == null) {
            Context.Factory<Resolve> factory = made -> new GrantingResolve(made, grants);
            context.put(resolveKey, factory);
        }
    }

    @Override
    public boolean isAccessible(Env<AttrContext> env, TypeSymbol type, boolean checksInner) {
        if (super.isAccessible(env, type, checksInner)) {
            return !isForbidden(env, type, type.owner);
        }
        return isGranted(env, type, type)
                && (!checksInner || isAccessible(env, type.type.getEnclosingType()));
    }

    private boolean isAccessible(Env<AttrContext> env, Type enclosing) {
        return enclosing == Type.noType || isAccessible(env, enclosing.tsym, true);
    }

    @Override
    public boolean isAccessible(
            Env<AttrContext> env, Type site, Symbol member, boolean checksInner) {
        if (super.isAccessible(env, site, member, checksInner)) {
            return !isForbidden(env, member, member.owner);
        }
        return isGranted(env, member, member.owner)
                && (!member.isConstructor() || member.owner == site.tsym)
                && member.isInheritedIn(site.tsym, relations);
    }

    private boolean isGranted(Env<AttrContext> env, Symbol hidden, Symbol in) {
        return isPrivate(env, hidden)
                && in instanceof ClassSymbol owner
                && grants.allow(owner.flatName().toString(), env.tree.pos);
    }

    private boolean isForbidden(Env<AttrContext> env, Symbol hidden, Symbol in) {
        return isPrivate(env, hidden)
                && in instanceof ClassSymbol owner
                && owner != env.enclClass.sym
                && !isOfAnonymousConstructor(env)
                && grants.forbid(owner.flatName().toString(), env.tree.pos);
    }

    /** Its parameters' types may be out of its reach. */
    private static boolean isOfAnonymousConstructor(Env<AttrContext> env) {
        return env.enclMethod != null && (env.enclMethod.mods.flags & Flags.ANONCONSTR) != 0;
    }

    private static boolean isPrivate(Env<AttrContext> env, Symbol hidden) {
        return (hidden.flags() & Flags.PRIVATE) != 0 && env.tree != null;
    }
}
