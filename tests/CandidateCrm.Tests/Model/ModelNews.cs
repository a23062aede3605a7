using CandidateCrm.Applications;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Model;

/// <summary>A fact that is still to be told: when it happened is said beside the clock.</summary>
/// <param name="Id">The number in its event id; few, so that ids are used twice.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Fact">What happened.</param>
/// <param name="Back">How many hours before the full hour of the clock; -1 for just now, -2 for a little ahead.</param>
/// <param name="Order">The order of the source.</param>
/// <param name="Batch">The batch, if any.</param>
internal sealed record ModelNews(int Id, int Person, IFact Fact, int Back, int Order, string Batch)
{
    /// <summary>Tells it as of the clock. It never happened before the tenants have their rules.</summary>
    internal HostFact At(ModelWorld world, TenantId tenant)
    {
        lock (world)
        {
            if (!world.ToldInThisStep.TryGetValue((tenant, this), out var fact))
            {
                if (Back == -2)
                {
                    world.Ahead.Add(new RelationshipKey(tenant, ModelWorld.People[Person]));
                }

                world.ToldInThisStep.Add((tenant, this), fact = Made(world.Clock.Now, tenant));
                world.Tenants[tenant].Told.Add(fact);
            }

            return fact;
        }
    }

    public override string ToString()
    {
        var when = Back switch
        {
            -2 => "three minutes ahead",
            -1 => "now",
            _ => $"{Back} hours back",
        };
        var taken = Fact is FactsRetracted { Events: { IsEmpty: false } events } ? $" of {string.Join(", ", events)}" : string.Empty;
        return $"e{Id} of {ModelWorld.People[Person]} {when}{(Order > 0 ? $" order {Order}" : string.Empty)}{(Batch.Length > 0 ? $" in {Batch}" : string.Empty)}: {Fact}{taken}";
    }

    private HostFact Made(Instant now, TenantId tenant)
    {
        var hour = Histories.Start + Duration.FromHours(Math.Floor((now - Histories.Start).TotalHours));
        return new HostFact
        {
            Candidate = ModelWorld.People[Person],
            EventId = EventId.From($"e{Id}"),
            OccurredAt = Back switch
            {
                -2 => now + Duration.FromMinutes(3),
                -1 => now,
                _ => Instant.Max(Histories.Start, hour - Duration.FromHours(Back)),
            },
            SourceOrder = Order,
            Actor = Fact is ApplicationEnded or ApplicationReviewed && Id % 3 > 0 ? Actor.Of(PersonId.From("ada")) : default,
            Fact = Fact,
            Batch = Batch.Length > 0 ? BatchId.From(Batch) : default,
            Source = SourceCode.From(tenant.Value),
        };
    }
}
