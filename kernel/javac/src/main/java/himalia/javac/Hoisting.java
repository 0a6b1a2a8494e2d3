package himalia.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCStatement;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeMaker;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.ListBuffer;
import java.util.Set;

/**
 * Makes static fields of local variables, in a tree that is attributed: so the type of a field can be that of its value,
 * which Java allows for local variables alone, and the source is not attributed twice.
 *
 * <p>What mentions the variable has the variable's symbol; that becomes the field's, after flow analysis and before the
 * compiler lowers the tree, where it asks whose a symbol is.
 */
final class Hoisting {
    private final TreeMaker make;
    private final JCClassDecl type;
    private final ListBuffer<JCTree> fields = new ListBuffer<>();

    Hoisting(JavacTask task, ClassTree type) {
        this.make = TreeMaker.instance(((BasicJavacTask) task).getContext());
        this.type = (JCClassDecl) type;
    }

    /** Returns whether the JVM opens the compiler to us. */
    static boolean isPossible() {
        try {
            // The JVM looks whether it may when it first meets each of them.
            return Set.of(BasicJavacTask.class, Flags.class, TreeMaker.class, Context.class).size()
                    == 4;
        } catch (IllegalAccessError closed) {
            return false;
        }
    }

    /** Makes fields of the variables that {@code method} declares under these names, not inside any block of it. */
    void of(MethodTree method, Set<String> names) {
        var body = ((JCMethodDecl) method).body;
        var statements = new ListBuffer<JCStatement>();
        for (var statement : body.stats) {
            statements.add(
                    statement instanceof JCVariableDecl variable
                                    && names.contains(variable.name.toString())
                            ? hoisted(variable)
                            : statement);
        }
        body.stats = statements.toList();
        type.defs = type.defs.prependList(fields.toList());
    }

    /** Makes a field of a variable, and returns what gives it its value. */
    private JCStatement hoisted(JCVariableDecl variable) {
        var symbol = variable.sym;
        symbol.owner = type.sym;
        symbol.flags_field = Flags.PUBLIC | Flags.STATIC;
        type.sym.members().enter(symbol);
        make.at(variable.pos);
        fields.add(make.VarDef(symbol, null));
        var value = make.Assign(make.Ident(symbol), variable.init);
        value.type = symbol.type;
        return make.Exec(value);
    }
}
