using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>
/// One part of a rule in the tree that explains it: a condition, or a group of parts. The tree has the shape of the rule in the JSON of react-querybuilder, so that a screen lays one over the other;
/// only a rule of one condition alone is that condition here, and a group of one there.
/// </summary>
public sealed record ExplainedPart
{
    /// <summary>Gets how the parts of a group are joined; null for a condition.</summary>
    public ExplainedGroup? Group { get; init; }

    /// <summary>Gets a value indicating whether the group stands under «not»; <see cref="Holds"/> is then the answer under it.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Gets a value indicating whether it holds.</summary>
    public required bool Holds { get; init; }

    /// <summary>Gets a value indicating whether it is among what decides the whole. The whole does; conditions that do are <see cref="SegmentExplanation.Deciding"/>.</summary>
    public required bool Decides { get; init; }

    /// <summary>Gets the condition with what was found; null for a group.</summary>
    public DecidingCondition? Condition { get; init; }

    /// <summary>Gets the parts of a group in the order of the rule; empty for a condition.</summary>
    public ImmutableArray<ExplainedPart> Parts { get; init; } = [];

    /// <summary>Renders the tree as lines of English text, two blanks deeper for each group. What decides begins with an asterisk. Values that are not masked stand in it.</summary>
    public ImmutableArray<string> ToText()
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        AddTo(lines, "");
        return lines.ToImmutable();
    }

    /// <summary>Returns the kind and whether it holds, never a value.</summary>
    public override string ToString() => Condition?.ToString() ?? $"{Joint}: {(Holds ? "holds" : "does not hold")}";

    private string Joint => (Group, IsNegated) switch
    {
        (ExplainedGroup.Or, false) => "one of",
        (ExplainedGroup.Or, true) => "none of",
        (_, false) => "all of",
        _ => "not all of",
    };

    private void AddTo(ImmutableArray<string>.Builder lines, string indent)
    {
        lines.Add($"{indent}{(Decides ? '*' : '-')} {Condition?.ToText() ?? ToString()}");
        foreach (var part in Parts)
        {
            part.AddTo(lines, indent + "  ");
        }
    }
}
