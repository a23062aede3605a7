using System.Collections.Immutable;
using CandidateCrm.Applications;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Why applications end: reasons, such as <c>{"code":"second-best","dispositions":["rejected"],"kind":"secondBest"}</c>.</summary>
internal static class DispositionsShape
{
    private static TextShape<Disposition> Disposition { get; } = Texts.Word<Disposition>("a disposition");

    private static ObjectShape<DispositionReason> Reason { get; } = new(table =>
    {
        var code = table.Must("code", Texts.Code<ReasonCode>("The code of a reason"), r => r.Code, "The code of the reason, once per taxonomy.");
        var name = table.May<string>("name", Texts.Line, NameOf, "The name that recruiters see; the code where it is left out.", otherwise: null!);
        var dispositions = table.Must("dispositions", new ListShape<Disposition>(Disposition, least: 1) { IsSet = true }, r => r.Dispositions, "How an application may end for this reason; never with a hire.");
        var kind = table.May("kind", Texts.Word<ReasonKind>("a kind of reason"), r => r.Kind, "What the reason is about, whatever it is called.");
        return (values, _) => new DispositionReason
        {
            Code = values.Of(code),
            Name = values.Of(name) ?? values.Of(code).Value,
            Dispositions = values.Of(dispositions),
            Kind = values.Of(kind),
        };
    });

    internal static DefinitionOf<DispositionTaxonomy> Shape { get; } = new(DefinitionKind.Dispositions, Definition.Of, table =>
    {
        var key = table.Must("key", Texts.Code<TaxonomyKey>("The key of a taxonomy"), t => t.Key, "The key of the taxonomy.");
        var version = table.Version(t => t.Version);
        var reasons = table.Must("reasons", new ListShape<DispositionReason>(Reason), t => t.Reasons, "The reasons for which applications end.");
        var needing = table.May("needingReason", new ListShape<Disposition>(Disposition) { IsSet = true }, NeedingOf, "Which dispositions need a reason; rejected, withdrew and selfDeselected where it is left out.", otherwise: DispositionTaxonomy.NeedingReasonByDefault);
        return (values, _) => new DispositionTaxonomy
        {
            Key = values.Of(key),
            Version = values.Of(version),
            Reasons = values.Of(reasons),
            NeedingReason = values.Of(needing),
        };
    });

    private static ImmutableArray<Disposition> NeedingOf(DispositionTaxonomy taxonomy) =>
        taxonomy.NeedingReason.AsSpan().SequenceEqual(DispositionTaxonomy.NeedingReasonByDefault.AsSpan()) ? DispositionTaxonomy.NeedingReasonByDefault : taxonomy.NeedingReason;

    private static string NameOf(DispositionReason reason) => string.Equals(reason.Name, reason.Code.ToString(), StringComparison.Ordinal) ? null! : reason.Name ?? string.Empty;
}
