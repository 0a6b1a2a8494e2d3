package himalia.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.comp.Enter;
import com.sun.tools.javac.comp.Resolve;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCReturn;
import com.sun.tools.javac.tree.TreeMaker;

/**
 * Has what a method returns as an object be of the type that its expression has, in a tree that is attributed. A generic
 * declaration may give something else, which Java tells where it is used as what it should be; who only looks at it uses it
 * so, too.
 *
 * <p>The class file has a cast only where the declaration alone does not say it.
 */
final class CheckedValue {
    private CheckedValue() {}

    /** Casts what {@code returned} returns from a method of a class, where that class may name its type. */
    static void cast(JavacTask task, ClassTree in, ReturnTree returned) {
        var context = ((BasicJavacTask) task).getContext();
        var tree = (JCReturn) returned;
        var types = Types.instance(context);
        var type = types.erasure(tree.expr.type);
        var named = type;
        while (named.hasTag(TypeTag.ARRAY)) {
            named = types.elemtype(named);
        }
        boolean says =
                type.hasTag(TypeTag.ARRAY)
                        || type.hasTag(TypeTag.CLASS)
                                && type.tsym != Symtab.instance(context).objectType.tsym;
        var place = Enter.instance(context).getEnv(((JCClassDecl) in).sym);
        if (says
                && (named.isPrimitive()
                        || Resolve.instance(context).isAccessible(place, named.tsym))) {
            tree.expr = TreeMaker.instance(context).at(tree.expr.pos).TypeCast(type, tree.expr);
        }
    }
}
