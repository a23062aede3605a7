using CandidateCrm.Applications;
using CandidateCrm.Timeline;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Which facts are meant, such as <c>[{"fact":"touchpoint.recorded","kind":"email.replied"}]</c>.</summary>
internal static class FactMatchShape
{
    private const int MostAlternatives = 32;

    private static ObjectShape<FactMatch> Match { get; } = new(table =>
    {
        var fact = table.Must("fact", Texts.Fact, m => m.Type, "The wire name of the fact.");
        var kind = table.May("kind", Texts.Code<TouchKind>("A kind of touchpoint"), m => m.Kind, "The kind of a touchpoint; every kind where it is left out.");
        var direction = table.Maybe("direction", Texts.Word<Direction>("a direction"), m => m.Direction, "The direction of a touchpoint; every direction where it is left out.");
        var code = table.May("code", Texts.Code<FactCode>("The code of a custom fact"), m => m.Code, "The code of a custom fact, or the reason of a wait; every one where it is left out.");
        var disposition = table.Maybe("disposition", Texts.Word<Disposition>("a disposition"), m => m.Disposition, "How the application ended; every way where it is left out.");
        return (values, _) => new FactMatch { Type = values.Of(fact), Kind = values.Of(kind), Direction = values.Of(direction), Code = values.Of(code), Disposition = values.Of(disposition) };
    });

    /// <summary>Gets the form of patterns: any of these facts.</summary>
    internal static ListShape<FactMatch> Patterns { get; } = new(Match, least: 1, most: MostAlternatives);
}
