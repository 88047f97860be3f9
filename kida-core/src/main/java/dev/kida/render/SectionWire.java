package dev.kida.render;

import dev.kida.output.Output;
import dev.kida.output.SectionGuard;
import dev.kida.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * How deferred sections look in a page: as the platform's own out-of-order HTML, which browsers that know it apply
 * themselves, and with a script, once per page, for those that do not.
 */
final class SectionWire {

    /**
     * Puts each template that is still there into its place, when the next piece of the page shows that it is complete.
     * Places are processing instructions, or comments where the parser knows no processing instructions.
     */
    static final String SCRIPT = "(d=>{let m=c=>c.nodeType==7?c.target+' '+c.data:c.nodeType==8&&c.data[0]=='?'?"
            + "c.data.slice(1)+' ':'',f=t=>{let w=d.createTreeWalker(d,192),n='start name=\"'+t.getAttribute('for')+'\"',"
            + "c,s,k,l=1;while((c=w.nextNode())&&m(c).trim()!=n);if(c){while(l&&(s=c.nextSibling)){k=m(s).split(' ')[0];"
            + "l+=k=='start'?1:k=='end'?-1:0;s.remove()}t.remove();c.replaceWith(t.content)}},"
            + "a=()=>d.querySelectorAll('template[for]').forEach(t=>{"
            + "(t.nextSibling||d.readyState!='loading')&&f(t)}),"
            + "o=new MutationObserver(a);o.observe(d,{childList:1,subtree:1});"
            + "d.addEventListener('DOMContentLoaded',()=>{a();o.disconnect()})})(document)";

    private final @Nullable Object nonce;
    private boolean scripted;

    /**
     * @param nonce the nonce of the response's content security policy; without one the script has none
     */
    SectionWire(@Nullable Object nonce) {
        this.nonce = nonce;
    }

    /** The place of a section, with what is shown until it comes. */
    void placeholder(String name, String loading, Output out) {
        out.raw("<?start name=\"" + name + "\">");
        out.raw(SectionGuard.placeholder(loading));
        out.raw("<?end>");
    }

    /** A section. The comment tells the script that the template before it is complete. */
    void section(String name, String html, Output out) {
        if (!scripted) {
            scripted = true;
            String attribute = nonce == null ? "" : " nonce=\"" + Text.escape(nonce.toString()) + "\"";
            out.raw("<script" + attribute + ">" + SCRIPT + "</script>");
        }
        out.raw("<template for=\"" + name + "\">");
        out.raw(SectionGuard.template(html));
        out.raw("</template><!---->");
        Bounded.written(out);
    }
}
