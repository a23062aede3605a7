using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>Decides what a candidate sees of an application: internal moves in, public steps out. Pure; delays are those of the definition at the move.</summary>
public static class PublicStatusEngine
{
    /// <summary>Returns the step behind which a live application stands; unassigned where no row names its stage or category.</summary>
    public static PublicStepKey StepOf(PublicStatusDefinition definition, PipelineKey pipeline, StageKey stage, StageCategory category)
    {
        ArgumentNullException.ThrowIfNull(definition);
        foreach (var row in definition.Rows)
        {
            if (row.Stages.Contains(stage) && (!row.Pipeline.IsAssigned || row.Pipeline == pipeline))
            {
                return row.Step;
            }
        }

        foreach (var row in definition.Rows)
        {
            if (row.Categories.Contains(category) && (!row.Pipeline.IsAssigned || row.Pipeline == pipeline))
            {
                return row.Step;
            }
        }

        return default;
    }

    /// <summary>Returns the step behind which an ended application stands; unassigned where no ending names its disposition.</summary>
    public static PublicStepKey StepOf(PublicStatusDefinition definition, Disposition disposition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        foreach (var ending in definition.Endings)
        {
            if (ending.Dispositions.Contains(disposition))
            {
                return ending.Step;
            }
        }

        return default;
    }

    /// <summary>Decides what follows from a move inside. A step back without a reason is not shown; a step with a delay waits, and takes the place of one that waited.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="standing">What is shown so far; null for nothing yet. Then the first step is shown at once, whatever waits.</param>
    /// <param name="move">The move.</param>
    public static PublicStanding Move(PublicStatusDefinition definition, PublicStanding? standing, in PublicMove move)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var target = definition.Find(move.To);
        if (standing is null)
        {
            var isShown = target is { Delay: null };
            var first = Show(null, isShown ? target!.Key : definition.Steps[0].Key, move.At);
            return target is null || isShown ? first : Wait(first, target, move);
        }

        if (target is null || target.Key == standing.Step || IsHeldBack(definition, standing, move))
        {
            return standing.Waiting is null ? standing : standing with { Waiting = null };
        }

        return target.Delay is null ? Show(standing, target.Key, move.At) : Wait(standing, target, move);
    }

    /// <summary>Decides what follows from a message to the candidate about the application, or a talk with them.</summary>
    public static PublicStanding Told(PublicStanding standing, Instant at)
    {
        ArgumentNullException.ThrowIfNull(standing);
        if (standing.Waiting is not { AwaitsMessage: true } waiting)
        {
            return standing;
        }

        return at >= waiting.NotBefore
            ? Show(standing, waiting.Step, at)
            : standing with { Waiting = waiting with { AwaitsMessage = false, ShowsAt = waiting.NotBefore } };
    }

    /// <summary>Decides what follows from time alone.</summary>
    public static PublicStanding TimePassed(PublicStanding standing, Instant at)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing.Waiting is { ShowsAt: { } shows } waiting && shows <= at ? Show(standing, waiting.Step, shows) : standing;
    }

    private static bool IsHeldBack(PublicStatusDefinition definition, PublicStanding standing, in PublicMove move) =>
        !move.Reason.IsAssigned && definition.IsBack(standing.Step, move.To);

    private static PublicStanding Show(PublicStanding? before, PublicStepKey step, Instant at) =>
        new() { Step = step, Since = at, Changes = (before?.Changes ?? 0) + 1 };

    private static PublicStanding Wait(PublicStanding standing, PublicStep target, in PublicMove move)
    {
        if (standing.Waiting?.Step == target.Key)
        {
            return standing;
        }

        var delay = target.Delay!;
        var notBefore = move.At + delay.AtLeast;
        return standing with
        {
            Waiting = new PublicWaiting
            {
                Step = target.Key,
                Reason = move.Reason,
                NotBefore = notBefore,
                AwaitsMessage = delay.AwaitsMessage,
                ShowsAt = delay.AwaitsMessage ? move.At + delay.AtMost : notBefore,
            },
        };
    }
}
