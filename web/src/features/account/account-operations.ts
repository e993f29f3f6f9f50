import { graphql } from '#schema/operations/generated/gql.ts';

export const SESSION_FIELDS = graphql(`
  fragment SessionFields on Session {
    accessToken
    expiresAt
    refreshToken
    user {
      id
      name
      roles
    }
  }
`);

export const LOGIN = graphql(`
  mutation Login($input: LoginInput!) {
    login(input: $input) {
      ... on Session {
        ...SessionFields
      }
      ... on InvalidCredentials {
        message
      }
      ... on TooManyAttempts {
        message
        retryAt
      }
    }
  }
`);

export const REGISTER = graphql(`
  mutation Register($input: RegisterInput!) {
    register(input: $input) {
      ... on Session {
        ...SessionFields
      }
      ... on EmailTaken {
        message
      }
    }
  }
`);

export const PROFILE_FIELDS = graphql(`
  fragment ProfileFields on User {
    id
    name
    username
    avatarUrl
    email
    phone
    preferences {
      language
      marketingChannels
      orderChannels
    }
  }
`);

export const ADDRESS_FIELDS = graphql(`
  fragment SavedAddress on Address {
    id
    recipient
    line1
    line2
    postalCode
    city
    region
    country
    isDefault
  }
`);

export const ACCOUNT = graphql(`
  query Account {
    me {
      ...ProfileFields
      createdAt
      addresses {
        ...SavedAddress
      }
    }
  }
`);

export const UPDATE_PROFILE = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      ...ProfileFields
    }
  }
`);

export const SET_AVATAR = graphql(`
  mutation SetAvatar($picture: String!) {
    setAvatar(picture: $picture) {
      id
      avatarUrl
    }
  }
`);

export const REMOVE_AVATAR = graphql(`
  mutation RemoveAvatar {
    removeAvatar {
      id
      avatarUrl
    }
  }
`);

export const ADD_ADDRESS = graphql(`
  mutation AddAddress($input: AddressInput!) {
    addAddress(input: $input) {
      ...SavedAddress
    }
  }
`);

export const UPDATE_ADDRESS = graphql(`
  mutation UpdateAddress($id: ID!, $input: AddressInput!) {
    updateAddress(id: $id, input: $input) {
      ...SavedAddress
    }
  }
`);

export const REMOVE_ADDRESS = graphql(`
  mutation RemoveAddress($id: ID!) {
    removeAddress(id: $id)
  }
`);
