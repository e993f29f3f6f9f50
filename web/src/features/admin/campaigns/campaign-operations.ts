import { graphql } from '#schema/operations/generated/gql.ts';

export const CAMPAIGN_STATE = graphql(`
  fragment CampaignProgress on Campaign {
    id
    subject
    body
    language
    registeredFrom
    registeredBefore
    maxRecipients
    state
    recipients
    createdAt
    endedAt
  }
`);

export const CAMPAIGNS = graphql(`
  query Campaigns($after: String) {
    campaigns(first: 25, after: $after) {
      edges {
        cursor
        node {
          ...CampaignProgress
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const START_CAMPAIGN = graphql(`
  mutation StartCampaign($input: StartCampaignInput!) {
    startCampaign(input: $input) {
      ...CampaignProgress
    }
  }
`);

export const CANCEL_CAMPAIGN = graphql(`
  mutation CancelCampaign($id: ID!) {
    cancelCampaign(id: $id) {
      ...CampaignProgress
    }
  }
`);
