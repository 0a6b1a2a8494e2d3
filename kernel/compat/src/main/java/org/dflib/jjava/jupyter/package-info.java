/** What libraries made for JJava implement. */
@NullMarked
package org.dflib.jjava.jupyter;

import org.jspecify.annotations.NullMarked;
